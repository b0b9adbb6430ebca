import { useMemo } from 'preact/hooks'
import { ReviewCard } from '@/components/account/ReviewCard'
import { errorText, t } from '@/components/i18n'
import { compare, type FoundAccount } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { showToast } from '@/components/ui/toasts'
import { useWork } from '@/components/ui/use-work'
import type { ParsedLines } from '@/utils/otp/otpauth-lines'
import { useServices } from './services'

interface PasteReviewProps {
  readonly read: ParsedLines
  readonly onDone: () => void
}

/** What pasted lines hold, before it is saved: what is new, what is there, what cannot be read. */
export function PasteReview({ read, onDone }: PasteReviewProps) {
  const { clock, model, actions } = useServices()
  const work = useWork()
  const document = model.document.value
  const reviewed = useMemo(
    () => read.accounts.map(({ account, warnings }) => compare(account, warnings, document)),
    [read, document],
  )
  const fresh = reviewed.filter(({ saved }) => saved === null)
  const save = async (): Promise<void> => {
    const accounts = fresh.map(({ account }) => account)
    if (!(await work.run(() => actions.add(accounts)))) return
    showToast(accounts.length === 1 ? t('paste_saved_one') : t('paste_saved', accounts.length))
    onDone()
  }
  return (
    <>
      {reviewed.map((each, index) => (
        <ReviewCard
          key={index}
          account={each.account}
          warnings={each.warnings}
          clock={clock}
          state={stateOf(each)}
          testId="review-row"
        />
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

function stateOf({ saved, namesake }: FoundAccount): string | undefined {
  if (saved !== null) return t('found_saved')
  return namesake === null ? undefined : t('paste_namesake')
}
