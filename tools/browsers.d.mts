/** Programs the tests drive: paths, or null for what is not there. */
export interface FoundBrowsers {
  readonly chromium: string | null
  readonly firefox: string | null
  readonly xvfb: string | null
  readonly xdotool: string | null
  readonly openbox: string | null
}
export function findBrowsers(): FoundBrowsers
/** Has a program there, installed from Debian's package of that name; answers whether it is. */
export function ensureProgram(name: string): boolean
export function ensurePython(): void
export function ensureBrowsers(): Promise<FoundBrowsers>
