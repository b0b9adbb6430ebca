import { errorText, t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Spinner } from '@/components/ui/Spinner'
import type { ActiveTab } from '@/utils/platform/active-tab'
import styles from './ScanLine.module.css'
import { useServices } from './services'

/** At the foot: how looking for set-up codes went, and looking again. */
export function ScanLine() {
  const { site, drawFrame } = useServices()
  const { kind } = site.scan.value
  const canDraw = kind === 'done' && !site.found.value.some((each) => each.kind === 'account')
  const failed = kind === 'failed' && site.scan.value.code !== 'page-off-limits'
  return (
    <footer class={styles.line}>
      <p class={styles.words} role="status" data-testid={failed ? 'error' : 'notice'}>
        <Words />
      </p>
      {canDraw && !isBrowserPage(site.page.value) && (
        <Button variant="bare" data-testid="mark-code" onClick={drawFrame}>
          {t('scan_draw')}
        </Button>
      )}
      {kind === 'scanning' ? (
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

function Words() {
  const { site } = useServices()
  const scan = site.scan.value
  if (scan.kind === 'scanning') return <>{t('scan_running')}</>
  if (scan.kind === 'failed') return <>{errorText(scan.code)}</>
  const accounts = site.found.value.filter((each) => each.kind === 'account')
  if (scan.payloads.length === 0 && isBrowserPage(site.page.value)) {
    return <>{errorText('page-off-limits')}</>
  }
  const has = (wanted: Found['kind']) => site.found.value.some(({ kind }) => kind === wanted)
  if (accounts.length === 0) {
    if (has('migration')) return <>{t('scan_found_export')}</>
    return <>{t(has('broken') ? 'scan_unusable' : 'scan_nothing')}</>
  }
  const unsaved = accounts.filter(({ saved }) => saved === null).length
  if (unsaved === 0) return <>{t('scan_all_saved')}</>
  return <>{unsaved === 1 ? t('scan_found_one') : t('scan_found_several', unsaved)}</>
}

/**
 * A page of the browser or of an extension. Chromium lets a clicked button capture it without
 * telling its address, but no site sets up codes there and none can be filled.
 */
function isBrowserPage(page: ActiveTab | null): boolean {
  return page !== null && !/^(?:https?|file|data|blob):/i.test(page.url ?? '')
}
