// Both shipped builds, one after the other.
import { runBin } from './run.mjs'
import { printSizes } from './sizes.mjs'

/**
 * Runs a command of wxt for Chromium and for Firefox; answers the exit code, having shown the
 * output of what failed. Always for production, whatever NODE_ENV says around it: any other value
 * would put the paths of this machine into the build.
 * @param {'build' | 'zip'} command
 */
export async function wxtForBoth(command) {
  for (const args of [[], ['-b', 'firefox', '--mv3']]) {
    const { code, output } = await runBin('wxt', [command, ...args], {
      capture: true,
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) {
      console.error(output)
      return code
    }
  }
  return 0
}

/** Builds for Chromium and Firefox and prints what they weigh. */
export async function buildAll() {
  const code = await wxtForBoth('build')
  if (code === 0) printSizes()
  return { code }
}
