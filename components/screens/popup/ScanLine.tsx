import { lazy } from './lazy'
import styles from './ScanLine.module.css'

/** Fetched while the page is looked at: until then there is little to say. */
const ScanWords = lazy(async () => (await import('./ScanWords')).ScanWords, {
  early: true,
  quiet: true,
})

/** At the foot: how looking for set-up codes went, and looking again. */
export function ScanLine() {
  return (
    <footer class={styles.line}>
      <ScanWords />
    </footer>
  )
}
