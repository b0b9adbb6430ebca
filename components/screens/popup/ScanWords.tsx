import { useEffect, useRef, useState } from 'preact/hooks'
import { errorText, t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import type { SiteModel } from '@/components/model/site-model'
import { Button } from '@/components/ui/Button'
import { classes } from '@/components/ui/classes'
import { IconButton } from '@/components/ui/IconButton'
import { Spinner } from '@/components/ui/Spinner'
import type { ActiveTab } from '@/utils/platform/active-tab'
import styles from './ScanLine.module.css'
import { useServices } from './services'

/** How looking for set-up codes went, another way where it found none, and looking again. */
export function ScanWords() {
  const { site, model, drawFrame, openManage } = useServices()
  const [isAsked, setAsked] = useState(false)
  const scan = site.scan.value
  const isOff = isOffLimits(site.page.value)
  const isRefused = scan.kind === 'failed' && scan.code === 'page-off-limits'
  const isVain = scan.kind === 'done' && !site.found.value.some(({ kind }) => kind === 'account')
  const hasOtherWays = isRefused || (isVain && isOff)
  // Whoever has accounts mostly comes for a code: what to do for a new one is told when it is asked.
  const isBrief = model.accounts.value.length > 0 && !isAsked
  return (
    <>
      <p
        class={classes(styles.words, hasOtherWays && !isBrief && styles.long)}
        role="status"
        data-testid={scan.kind === 'failed' && !isRefused ? 'error' : 'notice'}
      >
        {isBrief && hasOtherWays ? t('scan_off_limits_brief') : wordsOf(site, isOff, isBrief)}
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
      <ScanAgain isAsked={isAsked} isBrief={isBrief} onAsk={() => setAsked(true)} />
    </>
  )
}

interface ScanAgainProps {
  /** The user has asked for a scan here. */
  readonly isAsked: boolean
  /** A drawing is enough: no sentence tells to scan again. */
  readonly isBrief: boolean
  readonly onAsk: () => void
}

function ScanAgain({ isAsked, isBrief, onAsk }: ScanAgainProps) {
  const { site } = useServices()
  const place = useRef<HTMLSpanElement>(null)
  // The words take the place of the drawing that had the focus.
  useEffect(() => {
    if (isAsked) place.current?.querySelector('button')?.focus()
  }, [isAsked])
  const isRunning = site.scan.value.kind === 'scanning'
  if (isRunning && !isAsked) return <Spinner label={t('scan_running')} />
  const scan = {
    'data-testid': 'scan-again',
    onClick: () => {
      onAsk()
      void site.scanAgain()
    },
  }
  return (
    <span ref={place} class={styles.again}>
      {isBrief ? (
        <IconButton icon="scan" label={t('scan_again')} {...scan} />
      ) : (
        <Button variant="bare" icon="scan" busy={isRunning} {...scan}>
          {t('scan_again')}
        </Button>
      )}
    </span>
  )
}

/** How it went, in words; `isBrief`: without what to do. */
function wordsOf(site: SiteModel, isOff: boolean, isBrief: boolean): string {
  const scan = site.scan.value
  if (scan.kind === 'scanning') return t('scan_running')
  if (scan.kind === 'failed' && scan.code !== 'page-off-limits') return errorText(scan.code)
  if (scan.kind === 'failed') {
    // Chromium hides the address of a file that it keeps from us, and of little else.
    const isHidden = site.page.value?.url === null
    return t(isHidden ? 'scan_off_limits_file' : 'scan_off_limits')
  }
  if (scan.payloads.length === 0 && isOff) return t('scan_off_limits')
  const accounts = site.found.value.filter((each) => each.kind === 'account')
  const has = (wanted: Found['kind']) => site.found.value.some(({ kind }) => kind === wanted)
  if (accounts.length === 0) {
    if (has('migration')) return t('scan_found_export')
    if (has('key')) return t('scan_found_key')
    if (has('broken')) return t('scan_unusable')
    if (has('cut')) return t('found_cut')
    if (has('missed')) return t('found_missed')
    return t(isBrief ? 'scan_nothing_brief' : 'scan_nothing')
  }
  const unsaved = accounts.filter(({ saved }) => saved === null).length
  if (unsaved === 0) return t('scan_all_saved')
  return unsaved === 1 ? t('scan_found_one') : t('scan_found_several', unsaved)
}

/**
 * A page of the browser or of an extension. Chromium lets a clicked button capture it without
 * telling its address, but no site sets up codes there and none can be filled.
 */
function isOffLimits(page: ActiveTab | null): boolean {
  return page !== null && !/^(?:https?|file|data|blob):/i.test(page.url ?? '')
}
