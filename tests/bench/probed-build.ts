import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BrowserName } from '@/tests/driver'
import { buildFor } from '@/tests/driver/profile'

/** The emptiest page that shows a code: what the browser costs, whatever the page does. */
export const floorPage = 'floor.html'
const floor =
  '<!doctype html><title>floor</title><script src="probe.js"></script><b data-testid="code">000000</b>'

/** A copy of the shipped build whose popup tells when its first code shows, and the floor in it. */
export function probedBuild(browser: BrowserName): string {
  const build = mkdtempSync(path.join(tmpdir(), 'sixpence-bench-'))
  cpSync(buildFor(browser), build, { recursive: true })
  cpSync(path.join(import.meta.dirname, 'probe.js'), path.join(build, 'probe.js'))
  writeFileSync(path.join(build, floorPage), floor)
  const popup = path.join(build, 'popup.html')
  const html = readFileSync(popup, 'utf8')
  writeFileSync(popup, html.replace('<head>', '<head><script src="probe.js"></script>'))
  return build
}
