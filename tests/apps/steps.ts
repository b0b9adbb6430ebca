import type { Page } from '@/tests/driver/types'
import type { RunningApp } from './bed'

/**
 * How one application is driven. Each step resolves when the page shows what it leads to, and
 * throws with what the page shows instead.
 */
export type AppSteps = {
  /** The box on the set-up page that wants the first code. */
  readonly setupField: string
  /** The field of the prompt at log-in. */
  readonly promptField: string
  /** Types name and password. Leads inside, or to the prompt. */
  readonly logIn: (page: Page, app: RunningApp) => Promise<void>
  /** From inside to the set-up page, with its QR code in view. */
  readonly openSetup: (page: Page, app: RunningApp) => Promise<void>
  /** Sends the code that stands in `setupField`. Leads to two-factor being on. */
  readonly confirmSetup: (page: Page) => Promise<void>
  readonly logOut: (page: Page, app: RunningApp) => Promise<void>
  /** Sends the code that stands in `promptField`. Leads inside. */
  readonly sendCode: (page: Page) => Promise<void>
}
