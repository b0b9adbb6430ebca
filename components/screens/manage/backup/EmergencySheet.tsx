import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Mark } from '@/components/ui/Mark'
import { otpauthListLosses } from '@/utils/backup/writers/otpauth-list'
import type { Account } from '@/utils/vault/document'
import { withoutRecoveryCodes } from '@/utils/vault/recovery-codes'
import { useHiding } from '../reveal/use-hiding'
import { useServices } from '../services'
import styles from './EmergencySheet.module.css'
import { LossList } from './LossList'
import { momentText } from './moment-text'
import { SheetEntry } from './SheetEntry'

/** Drawn at once; more would hold up the page. */
const atOnce = 25
/** Printers and their dialogs take their time. */
const shownSeconds = 600

/**
 * Every secret on paper: made and printed in this page, and gone with it. The surroundings are not
 * printed.
 */
export function EmergencySheet({ onClose }: { readonly onClose: () => void }) {
  const { model, now, backups } = useServices()
  const accounts = model.accounts.value
  const drawn = useDrawn(accounts)
  const document = model.document.value
  const [withRecovery, setWithRecovery] = useState(false)
  const hasRecovery = accounts.some(({ recoveryCodes }) => recoveryCodes !== undefined)
  const heading = useRef<HTMLHeadingElement>(null)
  useHiding(true, onClose, shownSeconds)
  useLayoutEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <article class={styles.sheet} data-testid="sheet">
      <div class={styles.tools}>
        <Button
          variant="primary"
          data-testid="print-sheet"
          busy={drawn < accounts.length}
          onClick={backups.print}
        >
          {t('sheet_print')}
        </Button>
        <Button data-testid="close-sheet" onClick={onClose}>
          {t('sheet_close')}
        </Button>
        {hasRecovery && (
          <Checkbox
            label={t('sheet_recovery')}
            data-testid="sheet-with-recovery"
            checked={withRecovery}
            onValue={setWithRecovery}
          />
        )}
        {document && (
          <LossList
            losses={otpauthListLosses(withRecovery ? withoutRecoveryCodes(document) : document)}
          />
        )}
      </div>
      <header class={styles.head}>
        <Mark size={2} />
        <h1 ref={heading} tabIndex={-1}>
          {t('sheet_title')}
        </h1>
        <p>{t('sheet_made', momentText(now()), accounts.length)}</p>
        <p>{t('sheet_use')}</p>
      </header>
      <ol class={styles.entries}>
        {accounts.slice(0, drawn).map((account) => (
          <SheetEntry key={account.id} account={account} withRecovery={withRecovery} />
        ))}
      </ol>
    </article>
  )
}

/** How many are drawn by now: all of them after some turns. */
function useDrawn(accounts: readonly Account[]): number {
  const [drawn, setDrawn] = useState(atOnce)
  const isDone = drawn >= accounts.length
  useEffect(() => {
    if (isDone) return
    const timer = setTimeout(() => setDrawn(drawn + atOnce))
    return () => clearTimeout(timer)
  }, [drawn, isDone])
  return drawn
}
