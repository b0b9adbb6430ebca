import type { App, Page } from '@/tests/driver/types'

/** The demo site, as far as the tour knows it. */
export interface DemoSite {
  readonly url: string
  readonly user: string
  readonly password: string
  readonly state: {
    /** Every code that it was sent, and what became of it. */
    readonly attempts: readonly { readonly verdict: string }[]
  }
}

/** Where the tour plays: a browser with Sixpence in it, the demo site, and where it stands. */
export interface Stage {
  readonly app: App
  readonly site: DemoSite
  readonly masterPassword: string
  /** Takes a picture of a page; does nothing where nobody wants pictures. */
  readonly picture: (name: string, page: Page) => Promise<void>
  /** The demo site's tab, once it is open. */
  page: Page | null
  /** What the one restore that ends the tour must bring back. */
  backupFile: string | null
}

/** One thing the user does and sees. */
export interface Step {
  /** Reads on from "a user ...". */
  readonly title: string
  readonly run: (stage: Stage) => Promise<void>
}

/** The demo site's tab; the tour has opened it by then. */
export function siteTab(stage: Stage): Page {
  if (stage.page === null) throw new Error('the demo site is not open yet')
  return stage.page
}

/** The selector of one of our own elements. */
export const mine = (id: string): string => `[data-testid=${id}]`

/** Waits until `claim` holds. The error says what did not come true. */
export async function until(
  what: string,
  claim: () => Promise<boolean>,
  timeoutMs = 15_000,
): Promise<void> {
  const endMs = Date.now() + timeoutMs
  while (!(await claim().catch(() => false))) {
    if (Date.now() > endMs) throw new Error(`did not come true in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Length of the demo site's time steps. */
export const stepSeconds = 30

/** How long to wait for a code that may have to be the next one, with some leeway. */
export const nextStepMs = (stepSeconds + 15) * 1000
