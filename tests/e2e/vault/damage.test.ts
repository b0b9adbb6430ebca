import { describe, expect, test } from 'vitest'
import type { Bytes } from '@/utils/bytes/bytes'
import type { App } from '../../driver'
import { isLongRun, record, times } from '../../long-run'
import { vaultBrowsers } from './bed'
import { withPrepared } from './damage-bed'
import { goOn, isClearedByBrowser, isLossTold, openDamaged } from './damage-judging'
import { type Damage, damagesOf } from './engines'

// P8: whatever happens to one of the two engines, the vault opens, at most one save is missing, and
// the user is told whenever the newest state did not come from where it belongs.

interface Figures {
  version: string
  cases: number
  /** Opened from the newest state in its place, with everything. */
  unharmed: number
  /** Opened, and the user was told. */
  told: number
  /** The browser itself threw both engines away; the user was told that the vault is gone. */
  cleared: number
  /** What went wrong, by case. */
  readonly failures: string[]
}

async function strikeOnce(
  app: App,
  damage: Damage,
  putBack: () => void,
  dek: Bytes,
  figures: Figures,
): Promise<void> {
  await app.kill()
  putBack()
  damage.strike(app.profile)
  await app.restart()
  figures.cases += 1
  try {
    if (await isClearedByBrowser(app, damage)) {
      if (!(await isLossTold(app))) throw new Error('nobody told that the vault is gone')
      figures.cleared += 1
      return
    }
    const outcome = await openDamaged(app, dek)
    figures[outcome] += 1
    if (outcome === 'told' || damage.isTypical) await goOn(app, dek)
  } catch (error) {
    figures.failures.push(`${damage.name}: ${error instanceof Error ? error.message : error}`)
  }
}

/** In short: a file of one engine, and all of the other. */
function chosen(damages: readonly Damage[]): readonly Damage[] {
  if (isLongRun) return damages
  const wanted = [/^database: .*(\.log|\.sqlite) cut in half$/, /^files: all/]
  return wanted.flatMap((name) => damages.find((damage) => name.test(damage.name)) ?? [])
}

/** What the test does besides the damage must do none. */
async function proveHarmless(app: App, putBack: () => void, dek: Bytes): Promise<void> {
  const figures: Figures = { version: '', cases: 0, unharmed: 0, told: 0, cleared: 0, failures: [] }
  await strikeOnce(app, nothing, putBack, dek, figures)
  expect(figures).toMatchObject({ unharmed: 1, failures: [] })
}

const nothing: Damage = {
  name: 'nothing',
  engine: 'database',
  isTypical: true,
  strike: () => undefined,
}

describe.each(vaultBrowsers)('a damaged disk under %s', (browser) => {
  test(
    'is survived with at most one save missing, and told',
    async () => {
      const figures: Figures = {
        version: '',
        cases: 0,
        unharmed: 0,
        told: 0,
        cleared: 0,
        failures: [],
      }
      await withPrepared(browser, async (app, putBack, dek) => {
        figures.version = app.version
        const damages = chosen(damagesOf(browser, app.profile))
        expect(new Set(damages.map(({ engine }) => engine)).size).toBe(2)
        if (isLongRun) await proveHarmless(app, putBack, dek)
        for (const damage of damages) await strikeOnce(app, damage, putBack, dek, figures)
      })
      const { cases, unharmed, told, cleared, failures } = figures
      record({
        promise: 'P8',
        what: 'files of one engine cut, flipped, deleted',
        where: figures.version,
        count: cases,
        result: `${unharmed} unharmed, ${told} told and survived, ${cleared} cleared whole by the browser and told, ${failures.length} failed`,
      })
      expect(failures).toEqual([])
    },
    times(15, 3) * 60_000,
  )

  test('in both engines at once is told as what it is', async () => {
    await withPrepared(browser, async (app) => {
      await app.kill()
      for (const { name, strike } of damagesOf(browser, app.profile)) {
        if (name.endsWith('all deleted')) strike(app.profile)
      }
      await app.restart()
      expect(await isLossTold(app)).toBe(true)
    })
  }, 120_000)
})
