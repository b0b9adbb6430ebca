import { errorText, t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { classes } from '@/components/ui/classes'
import type { ActiveTab } from '@/utils/platform/active-tab'
import styles from './ScanLine.module.css'
import { useServices } from './services'

/** How looking for set-up codes went, and another way where it found none. */
export function ScanWords() {
  const { site, drawFrame, openManage } = useServices()
  const scan = site.scan.value
  const isOff = isOffLimits(site.page.value)
  const isRefused = scan.kind === 'failed' && scan.code === 'page-off-limits'
  const isVain = scan.kind === 'done' && !site.found.value.some(({ kind }) => kind === 'account')
  const hasOtherWays = isRefused || (isVain && isOff)
  return (
    <>
      <p
        class={classes(styles.words, hasOtherWays && styles.long)}
        role="status"
        data-testid={scan.kind === 'failed' && !isRefused ? 'error' : 'notice'}
      >
        <Words isOff={isOff} />
      </p>
      {isVain && !isOff && (
        <Button variant="bare" data-testid="mark-code" onClick={drawFrame}>
          {t('scan_draw')}
        </Button>
      )}
      {hasOtherWays && (
        <Button variant="bare" data-testid="other-ways" onClick={() => openManage('add')}>
          {t('scan_other_ways')}
        </Button>
      )}
    </>
  )
}

function Words({ isOff }: { readonly isOff: boolean }) {
  const { site } = useServices()
  const scan = site.scan.value
  if (scan.kind === 'scanning') return <>{t('scan_running')}</>
  if (scan.kind === 'failed' && scan.code !== 'page-off-limits') return <>{errorText(scan.code)}</>
  if (scan.kind === 'failed') {
    // Chromium hides the address of a file that it keeps from us, and of little else.
    const isHidden = site.page.value?.url === null
    return <>{t(isHidden ? 'scan_off_limits_file' : 'scan_off_limits')}</>
  }
  if (scan.payloads.length === 0 && isOff) return <>{t('scan_off_limits')}</>
  const accounts = site.found.value.filter((each) => each.kind === 'account')
  const has = (wanted: Found['kind']) => site.found.value.some(({ kind }) => kind === wanted)
  if (accounts.length === 0) {
    if (has('migration')) return <>{t('scan_found_export')}</>
    if (has('key')) return <>{t('scan_found_key')}</>
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
function isOffLimits(page: ActiveTab | null): boolean {
  return page !== null && !/^(?:https?|file|data|blob):/i.test(page.url ?? '')
}
