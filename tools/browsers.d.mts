/** Programs the tests drive: paths, or null for what is not there. */
export interface FoundBrowsers {
  readonly chromium: string | null
  readonly firefox: string | null
  readonly xvfb: string | null
  readonly xdotool: string | null
  readonly openbox: string | null
}
export function findBrowsers(): FoundBrowsers
export function ensureBrowsers(): Promise<FoundBrowsers>
