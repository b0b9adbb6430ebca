import { AccountName } from '@/components/account/AccountName'
import { ReviewCard } from '@/components/account/ReviewCard'
import { errorText, t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import found from './FoundCard.module.css'
import { useLead } from './lead'
import type { OpenedUnsaved } from './open-unsaved'
import { useServices } from './services'
import styles from './UnsavedCard.module.css'

interface UnsavedCardProps {
  readonly unsaved: OpenedUnsaved
  /** It was saved, or given up. */
  readonly onDone: () => void
}

const noWarnings: readonly never[] = []

/** What was to be saved when the popup had closed, and was not. */
export function UnsavedCard({ unsaved, onDone }: UnsavedCardProps) {
  const { clock } = useServices()
  const { accounts } = unsaved
  const [first] = accounts
  if (first === undefined) return null
  if (accounts.length > 1) {
    return (
      <section data-testid="unsaved-account">
        <Card title={t('unsaved_several', accounts.length)}>
          <ul class={styles.names}>
            {accounts.map((account, index) => (
              <li key={index}>
                <AccountName issuer={account.issuer} label={account.label} layout="inline" />
              </li>
            ))}
          </ul>
          <Decision unsaved={unsaved} onDone={onDone} />
        </Card>
      </section>
    )
  }
  return (
    <ReviewCard account={first} warnings={noWarnings} clock={clock} testId="unsaved-account">
      <Decision unsaved={unsaved} onDone={onDone} />
    </ReviewCard>
  )
}

/** Why it was not saved, trying again, and giving it up. */
function Decision({ unsaved, onDone }: UnsavedCardProps) {
  const { save, model, ...services } = useServices()
  const work = useWork()
  useLead()
  const { length } = unsaved.accounts
  const saveAgain = async (): Promise<void> => {
    const { draft } = unsaved
    const again = work.run(async () => {
      await save(draft)
      await model.open()
    })
    if (await again) onDone()
  }
  const discard = async (): Promise<void> => {
    await services.unsaved.clear(unsaved.draft)
    onDone()
  }
  return (
    <>
      <Notice tone="error" {...(length === 1 ? { title: t('unsaved_title') } : {})}>
        {work.error ?? errorText(unsaved.code)}
      </Notice>
      <div class={found.actions}>
        <Button
          variant="primary"
          wide
          busy={work.busy}
          data-testid="save-unsaved"
          onClick={() => void saveAgain()}
        >
          {length === 1 ? t('found_save') : t('paste_save', length)}
        </Button>
        <Button data-testid="discard-unsaved" onClick={() => void discard()}>
          {t('unsaved_discard')}
        </Button>
      </div>
    </>
  )
}
