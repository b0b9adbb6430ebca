import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createArrivalFill, createTakeBack } from '@/entrypoints/background/fill'
import { createFillsStore } from '@/entrypoints/background/fills-store'
import { createFollow } from '@/entrypoints/background/follow'
import { createUserFill } from '@/entrypoints/background/user-fill'
import { record, times } from '@/tests/long-run'
import { registrableDomain } from '@/utils/sites/domain'
import { createVault } from '@/utils/vault/create-vault'
import {
  cheapKek,
  memoryFiles,
  memoryLocks,
  memorySession,
  memoryStore,
} from '../../utils/vault/memory-ports'
import { accountOf, documentOf, noEnrolments, secretBase32, siteOf } from './sample'

/*
 * Everything that may happen in any order, against the background's own parts and a real vault:
 * whatever leaves the background is written down here, and no code may leave it twice.
 */

const origin = 'https://example.org'
const passwords = ['correct horse', 'battery staple'] as const
// Ten digits: two codes that are equal by chance would look like a repeat.
const parameters = {
  type: 'totp',
  secretBase32,
  algorithm: 'SHA1',
  digits: 10,
  period: 30,
} as const
const ada = accountOf('ada', [siteOf(origin)], { parameters })
const twin = accountOf('twin', [siteOf(origin, { fill: 'request' })], { parameters })

async function createWorld() {
  let clockMs = 1_700_000_010_000
  let nth = 0
  const now = () => clockMs
  const vaultPorts = {
    store: memoryStore(),
    files: memoryFiles(),
    session: memorySession(),
    deriveKek: cheapKek,
    exclusively: memoryLocks(),
  }
  const vault = createVault(vaultPorts)
  await vault.create(passwords[0], clockMs)
  await vault.change(clockMs, () => documentOf(ada, twin))
  const kept = new Map<string, string>()
  const sent: string[] = []
  const store = {
    read: async (slot: string) => kept.get(slot) ?? null,
    write: async (slot: string, sealed: string) => void kept.set(slot, sealed),
  }
  // Made anew for each event, as a worker is that was stopped in between.
  const parts = () => {
    const fills = createFillsStore({ vault, store, exclusively: vaultPorts.exclusively, now })
    const measured = { origin, path: '/prompt', documentId: 'doc' }
    const ports = {
      vault,
      fills,
      now,
      registrableDomain,
      isFrontTab: async () => true,
      hasOrigin: async () => true,
      measureDocument: async () => measured,
      injectParts: async () => {},
      typedNames: { find: async () => null },
      enrolments: noEnrolments,
    }
    return {
      takeBack: createTakeBack(ports),
      arrive: createArrivalFill({
        ...ports,
        wordsOf: async () => null,
        mark: async () => {},
        follow: createFollow({
          fills,
          watchTab: (_tabId, _forMs, shows) => void (nth % 2 && shows(`${origin}/account`)),
        }),
      }),
      userFill: createUserFill({
        ...ports,
        sleep: async (forMs) => {
          clockMs += forMs
        },
        undisturbed: (work) => work(),
        measureFrames: async () => [],
        injectFill: async () => {},
        askDocument: async () => ({
          ...measured,
          asked: { prompt: 'unknown', room: null, home: true },
        }),
        sendToDocument: async (_tabId, _documentId, command) => {
          if (command.type === 'content.write') sent.push(command.code)
          return { filled: true, pointed: null }
        },
        unmark: async () => {},
      }),
    }
  }
  const page = { documentId: 'doc', tabId: null, frameId: null, origin: 'ours', url: '' }
  const tab = (tabId: number) => ({
    ...page,
    origin,
    url: `${origin}/prompt/${tabId % 2}`,
    tabId,
    frameId: 0,
  })
  return {
    sent,
    arrive: async (tabId: number, holds: boolean) => {
      const decision = await parts().arrive(
        { type: 'fill.request', holds, least: 0, most: 10 },
        tab(tabId),
      )
      if (decision.kind === 'code') sent.push(decision.code)
    },
    unused: (tabId: number) => parts().takeBack({ type: 'fill.unused' }, tab(tabId)),
    fill: (tabId: number, accountId: string, when: 'ask' | 'wait') =>
      parts().userFill({ way: 'popup', tabId, accountId }, when),
    lock: () => vault.lock(),
    unlock: async () => {
      nth += 1
      await vault.unlock(passwords[0], clockMs).catch(() => vault.unlock(passwords[1], clockMs))
    },
    changePassword: async () => {
      await vault.changePassword(passwords[0], passwords[1], clockMs)
    },
    jump: (ms: number) => {
      clockMs += ms
    },
    correct: (clockCorrectionMs: number) =>
      vault.change(clockMs, (document) => ({
        ...document,
        settings: { ...document.settings, clockCorrectionMs },
      })),
  }
}

type World = Awaited<ReturnType<typeof createWorld>>
type Act = (world: World) => unknown

const tabId = fc.integer({ min: 1, max: 3 })
const arrival: fc.Arbitrary<Act> = fc
  .record({ tabId, holds: fc.boolean() })
  .map((given) => (world) => world.arrive(given.tabId, given.holds))
const userFill: fc.Arbitrary<Act> = fc
  .record({ tabId, id: fc.constantFrom('ada', 'twin'), when: fc.constantFrom('ask', 'wait') })
  .map((given) => (world) => world.fill(given.tabId, given.id, given.when))
const act: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: arrival, weight: 6 },
  { arbitrary: userFill, weight: 4 },
  {
    arbitrary: tabId.map(
      (id): Act =>
        (world) =>
          world.unused(id),
    ),
    weight: 1,
  },
  { arbitrary: fc.constant<Act>((world) => world.lock()), weight: 1 },
  { arbitrary: fc.constant<Act>((world) => world.unlock()), weight: 3 },
  {
    arbitrary: fc.integer({ min: -90_000, max: 90_000 }).map(
      (ms): Act =>
        (world) =>
          world.jump(ms),
    ),
    weight: 3,
  },
  {
    arbitrary: fc.constantFrom(0, -45_000, 30_000).map(
      (ms): Act =>
        (world) =>
          world.correct(ms),
    ),
    weight: 1,
  },
)
/** What happens at once: two windows, the popup and an arrival. */
const moment = fc.array(act, { minLength: 1, maxLength: 4 })

/** What a locked vault answers is nobody's matter here. */
const settle = (acts: readonly Act[], world: World) =>
  Promise.allSettled(acts.map(async (each) => each(world)))

it(
  'a code leaves the background once, whatever happens in whichever order',
  async () => {
    let codes = 0
    const runs = times(1_000, 60)
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 5, maxLength: 30 }), async (moments) => {
        const world = await createWorld()
        for (const acts of moments) await settle(acts, world)
        codes += world.sent.length
        expect(new Set(world.sent).size).toBe(world.sent.length)
      }),
      { numRuns: runs },
    )
    expect(codes).toBeGreaterThan(runs)
    record({
      promise: 'P21',
      what: 'arrivals, fills, locks, stopped workers and wrong clocks in any order',
      where: `node ${process.versions.node}`,
      count: codes,
      result: `0 codes typed twice in ${runs} runs`,
    })
  },
  times(300_000, 20_000),
)

it('also when a new master password made what was written down unreadable', async () => {
  const world = await createWorld()
  await world.arrive(1, false)
  expect(world.sent).toHaveLength(1)
  await world.changePassword()
  await world.arrive(2, false)
  expect(world.sent).toHaveLength(1)
  world.jump(30_000)
  await world.arrive(2, false)
  expect(new Set(world.sent).size).toBe(2)
})
