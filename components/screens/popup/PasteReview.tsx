import { useMemo, useState } from 'preact/hooks'
import { ReviewCard } from '@/components/account/ReviewCard'
import { errorText, t } from '@/components/i18n'
import { judgeAll } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import type { ParsedLine, ParsedLines } from '@/utils/otp/otpauth-lines'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Site } from '@/utils/vault/document'
import { Difference } from './Difference'
import { FoundCard } from './FoundCard'
import { useServices } from './services'
import { useSettingUp } from './use-setting-up'

const noSites: readonly Site[] = []

/** What is to be reviewed. */
export interface PasteReviewProps {
  readonly read: Pick<ParsedLines, 'problems'> & {
    readonly accounts: readonly Pick<ParsedLine, 'account' | 'warnings'>[]
  }
  /** Those of an account typed by hand. */
  readonly sites?: readonly Site[]
  readonly onDone: () => void
}

/**
 * What was read, before it is saved: what is new, differs, is there, or cannot be used. One account
 * that is pasted over a page that wants a code is that page's.
 */
export function PasteReview({ read, sites = noSites, onDone }: PasteReviewProps) {
  const { clock, model, actions } = useServices()
  const [replacing, setReplacing] = useState<ReadonlySet<OtpAccount>>(new Set())
  const work = useWork()
  const document = model.document.value
  const reviewed = useMemo(() => judgeAll(read.accounts, document), [read, document])
  const fresh = reviewed.filter(({ saved }) => saved === null)
  const only = sites === noSites && reviewed.length === 1 ? fresh[0] : undefined
  const isSettingUp = useSettingUp(only !== undefined)
  const replace = (account: OtpAccount, wanted: boolean): void => {
    const others = [...replacing].filter((each) => each !== account)
    setReplacing(new Set(wanted ? [...others, account] : others))
  }
  const save = async (): Promise<void> => {
    const incoming = fresh.map(({ account, rival }) => ({
      account,
      sites,
      replaces: replacing.has(account) ? (rival?.id ?? null) : null,
    }))
    if (!(await work.run(() => actions.add(incoming)))) return
    showToast(fresh.length === 1 ? t('paste_saved_one') : t('paste_saved', fresh.length))
    onDone()
  }
  if (isSettingUp === null) return <Spinner label={t('popup_loading')} />
  if (only !== undefined && isSettingUp) return <FoundCard found={only} hasFocus />
  return (
    <>
      {reviewed.map(({ account, warnings, saved, rival }, index) => (
        <ReviewCard
          key={index}
          account={account}
          warnings={warnings}
          clock={clock}
          state={saved === null ? undefined : t('found_saved')}
          testId="review-row"
        >
          {rival && (
            <Difference
              saved={rival}
              found={account}
              replace={replacing.has(account)}
              onReplace={(wanted) => replace(account, wanted)}
              sites={null}
            />
          )}
        </ReviewCard>
      ))}
      {read.problems.map(({ line, code, detail }) => (
        <Notice key={line} tone="warning" title={t('paste_line', line)}>
          {errorText(code, detail)}
        </Notice>
      ))}
      {work.error && <Notice tone="error">{work.error}</Notice>}
      {fresh.length === 0 ? (
        <Button wide onClick={onDone}>
          {t('back')}
        </Button>
      ) : (
        <Button
          variant="primary"
          wide
          busy={work.busy}
          data-testid="save-all"
          onClick={() => void save()}
        >
          {fresh.length === 1 ? t('paste_save_one') : t('paste_save', fresh.length)}
        </Button>
      )}
    </>
  )
}
