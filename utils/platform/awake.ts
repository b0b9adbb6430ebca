import browser from 'webextension-polyfill'

/** Browsers stop a background that nothing happened to for 30 seconds. */
const stirMs = 10_000

/** Resolves after `forMs`, where the background is not stopped before. */
export function sleep(forMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, forMs))
}

/** Resolves after `forMs`, and keeps the background from being stopped until then. */
export async function sleepAwake(forMs: number): Promise<void> {
  const endMs = performance.now() + forMs
  for (let leftMs = forMs; leftMs > 0; leftMs = endMs - performance.now()) {
    await sleep(Math.min(leftMs, stirMs))
    await browser.runtime.getPlatformInfo()
  }
}
