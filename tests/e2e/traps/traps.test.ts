import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tabIdOf } from '../fill-seed'
import { sendFromContent } from '../isolated'
import { vaultBrowsers } from '../vault/bed'
import { startTraps, type TrapBed } from './bed'
import { changingTraps } from './changing'
import { coveredTraps } from './covered'
import { framedTraps } from './framed'
import { hiddenTraps } from './hidden'
import { holdAnswers } from './hold'
import { prompt, still, type Trap } from './trap'

const behindTrap = still('in a tab behind another', prompt)
const traps: readonly Trap[] = [...hiddenTraps, ...coveredTraps, ...framedTraps]

const byName = <T extends Trap>(all: readonly T[]) => all.map((trap) => [trap.what, trap] as const)
const isFilled = () => document.querySelector<HTMLInputElement>('#code')?.value.length === 6

describe.each(vaultBrowsers)('in %s no code goes to a field', (browser) => {
  let bed: TrapBed

  beforeAll(async () => {
    bed = await startTraps(browser, [...traps, ...changingTraps, behindTrap])
  })
  afterAll(() => bed?.close())

  test.each(byName(traps))('%s', async (_, trap) => {
    const { page } = bed
    const { site, foreign } = bed.originsOf(trap)
    await page.goto(`${trap.of === 'foreign' ? foreign : site}/`)
    // What watches in the page has looked before it answers: it does one thing after the other.
    expect(trap.answers ?? ['no-field']).toContain(await bed.ask(trap, 'now'))
    expect(bed.gotBy(trap)).toEqual([])
    await showPrompt(bed, trap)
    await page.waitFor(isFilled)
    await expect.poll(() => bed.gotBy(trap)).toEqual([await page.value('#code')])
  })

  test.each(byName(changingTraps))('%s', async (_, trap) => {
    const { app, manage } = bed
    const origins = bed.originsOf(trap)
    const answers = await holdAnswers(manage)
    // A tab of its own: the background follows those that got a code, which takes the lock too.
    const page = await app.openTab(`${origins.site}/`)
    const tabId = await tabIdOf(manage, `${origins.site}/`)
    await answers.untilAsked((isAsked) => expect.poll(isAsked).toBe(true))
    await page.evaluate(trap.change, origins, prompt)
    await page.waitFor(trap.isChanged ?? (() => true))
    await answers.release()
    expect(trap.answers ?? ['no-field']).toContain(await bed.ask(trap, 'ask', tabId))
    expect(bed.gotBy(trap)).toEqual([])
    await page.goto(`${origins.site}/prompt`)
    expect(await bed.ask(trap, 'now', tabId)).toBe('filled')
    await expect.poll(() => bed.gotBy(trap)).toEqual([await page.value('#code')])
    await page.close()
  })

  test(behindTrap.what, async () => {
    const { app, manage, page } = bed
    const { site, foreign } = bed.originsOf(behindTrap)
    const ask = JSON.stringify({ type: 'fill.request', holds: false, least: 0, most: 6 })
    const behind = await app.openTab(`${foreign}/prompt`)
    await page.bringToFront()
    await behind.evaluate((url) => location.assign(url), `${site}/`)
    const isThere = async () => (await tabIdOf(manage, `${site}/`)) >= 0
    await expect.poll(isThere).toBe(true)
    const tabId = await tabIdOf(manage, `${site}/`)
    expect(await sendFromContent(manage, tabId, [ask])).toEqual([{ ok: { kind: 'nothing' } }])
    expect(await behind.value('#code')).toBe('')
    expect(bed.gotBy(behindTrap)).toEqual([])
    await behind.bringToFront()
    expect(await sendFromContent(manage, tabId, [ask])).not.toEqual([{ ok: { kind: 'nothing' } }])
    await behind.close()
  })
})

/** The same site with nothing against it: in the same document, where that is the site's. */
async function showPrompt({ page, originsOf }: TrapBed, trap: Trap): Promise<void> {
  if (trap.of === 'foreign' || trap.headers !== undefined) {
    return page.goto(`${originsOf(trap).site}/prompt`)
  }
  await page.evaluate((html) => {
    document.body.innerHTML = html
  }, prompt)
}
