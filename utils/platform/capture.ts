import browser from 'webextension-polyfill'
import { fromBase64 } from '@/utils/bytes/base64'
import { AppError } from '@/utils/errors/app-error'

/** What browsers say where no extension may look (settings, stores, other extensions' pages). */
const offLimits = /cannot access|cannot be scripted|gallery|permission|restricted/i

/**
 * The visible part of the front tab of the current window, as PNG. Throws `page-off-limits`
 * where the browser lets no extension look, `capture-failed` where it could not.
 */
export async function captureVisibleTab(): Promise<Blob> {
  try {
    return fromDataUrl(await browser.tabs.captureVisibleTab(undefined, { format: 'png' }))
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    throw new AppError(offLimits.test(why) ? 'page-off-limits' : 'capture-failed')
  }
}

/**
 * The picture that a data URL in base64 holds; throws where it is none. By hand: fetch() of a data
 * URL is refused under connect-src 'none'.
 */
export function fromDataUrl(url: string): Blob {
  return new Blob([fromBase64(url.slice(url.indexOf(',') + 1))], { type: 'image/png' })
}
