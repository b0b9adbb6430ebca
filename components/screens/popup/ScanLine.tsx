import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Spinner } from '@/components/ui/Spinner'
import { lazy } from './lazy'
import styles from './ScanLine.module.css'
import { useServices } from './services'

/** Fetched while the page is looked at: until then there is little to say. */
const ScanWords = lazy(async () => (await import('./ScanWords')).ScanWords, {
  early: true,
  quiet: true,
})

/** At the foot: how looking for set-up codes went, and looking again. */
export function ScanLine() {
  const { site } = useServices()
  return (
    <footer class={styles.line}>
      <ScanWords />
      {site.scan.value.kind === 'scanning' ? (
        <Spinner label={t('scan_running')} />
      ) : (
        <Button
          variant="bare"
          icon="scan"
          data-testid="scan-again"
          onClick={() => void site.scanAgain()}
        >
          {t('scan_again')}
        </Button>
      )}
    </footer>
  )
}
