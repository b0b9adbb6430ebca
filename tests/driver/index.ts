/**
 * Drives a real browser with the built extension in it, for acceptance tests: Chromium and
 * Firefox behind one interface.
 *
 *     const app = await launch('firefox', { grantedOrigins: ['http://127.0.0.1'] })
 *     await app.createVault('four random words here')
 *     await app.importText('otpauth://totp/Bank:me?secret=JBSWY3DPEHPK3PXP&issuer=Bank')
 *     const page = await app.openTab('http://127.0.0.1:8000/login')
 *     const popup = await app.openPopup(page)
 *     await popup.click('[data-testid=fill]')
 *     expect(await page.value('#code')).toBe((await app.accounts())[0]?.code)
 *     await app.close()
 *
 * `types.ts` says what every method does. Beyond that:
 *
 * - **What is real.** The build that ships (run `npm run build` first), the browser's own popup
 *   with activeTab granted by a click on the toolbar button, the browser's own permission prompt,
 *   trusted clicks and keys with user activation. Nothing is faked or injected into pages.
 * - **Selectors** are CSS, the first match counts; methods wait up to 10 s for their element.
 *   Errors say what the page showed instead.
 * - **evaluate** sends a function as text: it sees only its arguments, which must be JSON, as must
 *   its result. In Firefox it runs beside the page's own scripts: keep what shall stay on `window`.
 * - **Prompts.** `launch(..., { prompts: true })` where a test answers one. In Chromium this
 *   starts an X display of the driver's own, because only real keys reach the prompt; the popup
 *   closes as soon as it shows. A host that was granted once is given back without a prompt, also
 *   after `permissions.remove`: test a refusal in a fresh profile. In Firefox the prompt is pressed
 *   without a mouse and the popup stays; a real mouse closes it with its first click, which
 *   `popup.close()` before `acceptPrompt()` imitates. Where the prompt is not the point,
 *   `grantedOrigins` is quicker.
 * - **Time.** A launch takes about 1.5 s in Chromium and 3 s in Firefox, opening a popup half a
 *   second. Close every app in `afterAll`.
 * - **Workers.** An attached debugger keeps Chromium's service worker alive; only `stopWorker`
 *   shows what happens after a rest.
 * - **restart** keeps the profile, **kill** is SIGKILL and may be followed by `restart`. Pages of
 *   before are gone. Chromium drops scripts registered by `scripting.registerContentScripts` when
 *   an unpacked extension is loaded again, as on an update; Firefox keeps them.
 * - **Network.** `close` throws when the extension sent any request: every end-to-end test is one
 *   of promise P16.
 * - **Which browsers**: `tools/browsers.mjs` finds or installs them; SIXPENCE_CHROMIUM and
 *   SIXPENCE_FIREFOX name others. Processes end by their id only; profiles lie in the directory
 *   for temporary files and go away on `close`.
 *
 * The parts: `engine.ts` is what a browser must offer and `app.ts` what is built on it;
 * `chromium*.ts` over Playwright and the DevTools protocol, `firefox*` over Marionette and two
 * scripts that run in the browser's own window; `vault-walks.ts` knows the test ids of our pages.
 */
import { makeApp } from './app'
import { launchChromium } from './chromium'
import { launchFirefox } from './firefox'
import type { App, BrowserName, LaunchOptions } from './types'

export type { AccountRow, App, BrowserName, LaunchOptions, Page } from './types'

/** Every browser the driver knows, to run a test in each. */
export const browsers: readonly BrowserName[] = ['chromium', 'firefox']

/** Starts a browser with the extension installed. Throws when the browser or the build is missing. */
export async function launch(browser: BrowserName, options: LaunchOptions = {}): Promise<App> {
  const start = browser === 'chromium' ? launchChromium : launchFirefox
  return makeApp(await start(options), options)
}
