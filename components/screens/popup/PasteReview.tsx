import { useMemo, useState } from 'preact/hooks'
import { ReviewCard } from '@/components/account/ReviewCard'
import { errorText, t } from '@/components/i18n'
import { judgeAll } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Spinner } from '@/components/ui/Spinner'
import { showToast } from '@/components/ui/toasts'
import type { ParsedLine, ParsedLines } from '@/utils/otp/otpauth-lines'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Site } from '@/utils/vault/document'
import { Difference } from './Difference'
import { FoundCard } from './FoundCard'
import { reviewedDrafts } from './reviewed-account'
import { useServices } from './services'
import { useSaveWithSite } from './use-save-with-site'
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
  const { clock, model, state, now, newId } = useServices()
  const [replacing, setReplacing] = useState<ReadonlySet<OtpAccount>>(new Set())
  const document = model.document.value
  const reviewed = useMemo(() => judgeAll(read.accounts, document), [read, document])
  const fresh = useMemo(() => reviewed.filter(({ saved }) => saved === null), [reviewed])
  const ids = useMemo(() => fresh.map(newId), [fresh, newId])
  const draft = useMemo(
    () => reviewedDrafts(fresh, { ids, nowMs: now(), sites, replacing }),
    [fresh, ids, now, sites, replacing],
  )
  const saving = useSaveWithSite(draft)
  const only = sites === noSites && reviewed.length === 1 ? fresh[0] : undefined
  const isSettingUp = useSettingUp(only !== undefined)
  const replace = (account: OtpAccount, wanted: boolean): void => {
    const others = [...replacing].filter((each) => each !== account)
    setReplacing(new Set(wanted ? [...others, account] : others))
  }
  const save = async (): Promise<void> => {
    const saved = saving.run([], state.sent)
    if (state.screen.peek().name !== 'home') void state.handOver(saved)
    if (!(await saved)) return
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
      {saving.error && <Notice tone="error">{saving.error}</Notice>}
      {fresh.length === 0 ? (
        <Button wide onClick={onDone}>
          {t('back')}
        </Button>
      ) : (
        <Button
          variant="primary"
          wide
          busy={saving.busy}
          data-testid="save-all"
          onClick={() => void save()}
        >
          {fresh.length === 1 ? t('paste_save_one') : t('paste_save', fresh.length)}
        </Button>
      )}
    </>
  )
}
