// Both shipped builds, one after the other.
import { runBin } from './run.mjs'
import { printSizes } from './sizes.mjs'

/** Builds for Chromium and Firefox and prints what they weigh. */
export async function buildAll() {
  for (const args of [[], ['-b', 'firefox', '--mv3']]) {
    const { code, output } = await runBin('wxt', ['build', ...args], { capture: true })
    if (code !== 0) {
      console.error(output)
      return { code }
    }
  }
  printSizes()
  return { code: 0 }
}
