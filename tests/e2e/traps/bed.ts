import type { FillWhen } from '@/utils/messages/contract'
import { type App, type BrowserName, launch, type Page } from '../../driver'
import { orCleanUp } from '../../driver/profile'
import { sendFromPage, tabIdOf } from '../fill-seed'
import { restoreSeeds, secretOf } from '../seed-many'
import type { Trap, TrapOrigins } from './trap'
import { originsAt, startTrapWeb, type TrapWeb } from './web'

const password = 'four random words here'

/** A browser with an unlocked vault, and a web in which every trap has a site and an account. */
export interface TrapBed extends Pick<TrapWeb, 'gotBy'> {
  readonly app: App
  /** Our own page, in a tab behind. */
  readonly manage: Page
  /** The tab in front. */
  readonly page: Page
  readonly originsOf: (trap: Trap) => TrapOrigins
  /** The user asks for the code in this tab: the kind of answer, or the error. */
  readonly ask: (trap: Trap, when: FillWhen, tabId?: number) => Promise<string>
  readonly close: () => Promise<void>
}

/** A step this long ends while nobody looks. */
const period = 3_600

/** Starts it. Each account has a secret of its own. */
export async function startTraps(browser: BrowserName, traps: readonly Trap[]): Promise<TrapBed> {
  const web = await startTrapWeb(traps)
  const app = await launch(browser, {
    proxyPort: web.proxyPort,
    grantedOrigins: ['https://*/*'],
  })
  const close = async () => {
    await app.close()
    await web.close()
  }
  return orCleanUp(() => prepare(app, web, traps, close), close)
}

async function prepare(
  app: App,
  web: TrapWeb,
  traps: readonly Trap[],
  close: () => Promise<void>,
): Promise<TrapBed> {
  await app.createVault(password)
  await restoreSeeds(
    app,
    traps.map(({ what }, nth) => ({
      id: what,
      origin: originsAt(nth).site,
      secretBase32: secretOf(nth),
      period,
    })),
  )
  const manage = await app.openManage()
  const start = `${originsAt(0).foreign}/prompt`
  const page = await app.openTab(start)
  const tabId = await tabIdOf(manage, start)
  return {
    app,
    manage,
    page,
    gotBy: web.gotBy,
    originsOf: (trap) => originsAt(traps.indexOf(trap)),
    ask: async ({ what }, when, inTab = tabId) => {
      const message = { type: 'fill.here', tabId: inTab, accountId: what, when }
      return kindOf(await sendFromPage(manage, message))
    },
    close,
  }
}

function kindOf(reply: unknown): string {
  const { ok, error } = reply as { ok?: { kind: string }; error?: string }
  return ok?.kind ?? error ?? 'no answer'
}
