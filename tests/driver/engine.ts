import type { App, BrowserName, Page } from './types'

/**
 * What differs between browsers: one running browser with the extension, over one profile.
 * `App` is this and what can be built upon it without knowing the browser.
 */
export interface Engine
  extends Pick<
    App,
    | 'extensionOrigin'
    | 'version'
    | 'profile'
    | 'downloads'
    | 'processes'
    | 'tabs'
    | 'openTab'
    | 'openPopup'
    | 'popupAfter'
    | 'pressShortcut'
    | 'chooseInMenu'
    | 'refuseCamera'
    | 'stopWorker'
    | 'isWorkerRunning'
    | 'kill'
    | 'restart'
    | 'close'
    | 'network'
    | 'consoleErrors'
  > {
  readonly browser: BrowserName
  /** How many requests were seen so far, whoever sent them. */
  requestCount(): Promise<number>
  evaluateInBackground: Page['evaluate']
  /** Waits for the permission prompt to show, then answers it. */
  answerPrompt(answer: 'accept' | 'dismiss'): Promise<void>
}

/** The call of a function with arguments, as source text: what crosses into a browser. */
export function callSource(fn: unknown, args: readonly unknown[]): string {
  const list = args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg)))
  return `(${String(fn)})(${list.join(', ')})`
}
