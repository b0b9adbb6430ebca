import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { record, times } from '@/tests/long-run'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import { openWithPassword } from '@/utils/vault/open-with-password'
import type { SealedGeneration } from '@/utils/vault/vault'
import { fromVaultFile } from '@/utils/vault/vault-file'
import { codeOf } from './error-code'
import { cheapKek, type MemoryPorts, memoryPorts } from './memory-ports'
import { totpAccount } from './samples'

/*
 * The attack: somebody who can write to the disk, but does not know the password, changes, cuts,
 * exchanges or replays what lies there. Nothing of theirs may ever open; what is opened is a state
 * that was really saved; and whatever else happens has a code that the user can be told.
 */

const password = 'a password'
const nowMs = 1_700_000_000_000
const refusals = ['vault-damaged', 'vault-newer', 'password-wrong', 'kdf-refused', 'vault-missing']

type Bytes = Uint8Array<ArrayBuffer>

async function savedVault(name: string, saves: number): Promise<MemoryPorts> {
  const ports = memoryPorts()
  const vault = createVault(ports)
  await vault.create(password, nowMs)
  for (let n = 0; n < saves; n += 1) {
    await vault.change(nowMs, (document) => addAccount(document, totpAccount(`${name}${n}`)))
  }
  await vault.lock()
  return ports
}

const original = await savedVault('own', 6)
const stranger = await savedVault('foreign', 6)

const stateOf = (document: VaultDocument) => document.accounts.map(({ id }) => id).join()
const genuine = new Set(
  // A whole save of the other vault, under the same password, is no forgery.
  ['own', 'foreign'].flatMap((name) =>
    Array.from({ length: 7 }, (_, count) =>
      Array.from({ length: count }, (_, index) => `${name}${index}`).join(),
    ),
  ),
)

function copyOf({ store, files, highWater }: MemoryPorts): MemoryPorts {
  const ports = memoryPorts()
  ports.store.generations = structuredClone(store.generations)
  for (const [name, bytes] of files.content) ports.files.content.set(name, bytes.slice())
  ports.highWater.generation = highWater.generation
  return ports
}

const flipped = (bytes: Bytes, at: number, bit: number): Bytes =>
  bytes.map((byte, index) => (index === at % bytes.length ? byte ^ (1 << bit) : byte))
const flippedText = (text: string, at: number, bit: number): string =>
  String.fromCharCode(
    ...Array.from(text, (_, index) =>
      index === at % text.length ? text.charCodeAt(index) ^ (1 << bit) : text.charCodeAt(index),
    ),
  )

interface Choice {
  readonly which: number
  readonly at: number
  readonly bit: number
}

/** What a generation becomes. `other` is another of the same vault. */
const ofGeneration: Record<
  string,
  (sealed: SealedGeneration, other: SealedGeneration, choice: Choice) => SealedGeneration
> = {
  'header flipped': (sealed, _, { at, bit }) => ({
    ...sealed,
    protected: flippedText(sealed.protected, at, bit),
  }),
  'header cut': (sealed, _, { at }) => ({
    ...sealed,
    protected: sealed.protected.slice(0, at % sealed.protected.length),
  }),
  'nonce flipped': (sealed, _, { at, bit }) => ({
    ...sealed,
    nonce: flipped(sealed.nonce, at, bit),
  }),
  'body flipped': (sealed, _, { at, bit }) => ({
    ...sealed,
    ciphertext: flipped(sealed.ciphertext, at, bit),
  }),
  'body cut': (sealed, _, { at }) => ({
    ...sealed,
    ciphertext: sealed.ciphertext.slice(0, at % sealed.ciphertext.length),
  }),
  'number changed': (sealed, _, { at }) => ({
    ...sealed,
    generation: sealed.generation + 1 + at,
  }),
  'replayed under a newer number': (_, other, { at }) => ({
    ...other,
    generation: 8 + at,
  }),
  'body of another save': (sealed, other) => ({ ...sealed, ciphertext: other.ciphertext }),
  'nonce and body of another save': (sealed, other) => ({
    ...sealed,
    nonce: other.nonce,
    ciphertext: other.ciphertext,
  }),
  'body of another vault': (sealed, _, { which }) => {
    const foreign = stranger.store.generations[which % 5] ?? expect.fail()
    return { ...sealed, nonce: foreign.nonce, ciphertext: foreign.ciphertext }
  },
  'header of another vault': (sealed, _, { which }) => ({
    ...sealed,
    protected: (stranger.store.generations[which % 5] ?? expect.fail()).protected,
  }),
}

/** What the file of a copy becomes. */
const ofCopy: Record<string, (bytes: Bytes, choice: Choice) => Bytes> = {
  'copy flipped': (bytes, { at, bit }) => flipped(bytes, at, bit),
  'copy cut': (bytes, { at }) => bytes.slice(0, at % bytes.length),
  'copy overwritten from a point on': (bytes, { at }) => bytes.slice().fill(0, at % bytes.length),
}

const choice = fc.record({ which: fc.nat(9), at: fc.nat(20_000), bit: fc.nat(7) })
const mutation = fc.record({
  kind: fc.constantFrom(...Object.keys(ofGeneration), ...Object.keys(ofCopy)),
  choice,
})

/** Whether a single piece opens by itself. */
async function opens(sealed: () => SealedGeneration): Promise<string> {
  return await codeOf(async () => {
    await openWithPassword([sealed()], password, cheapKek)
  })
}

/** Does it to the vault; gives the code that the changed piece alone is refused with. */
async function mutate(ports: MemoryPorts, kind: string, chosen: Choice): Promise<string> {
  const ofFile = ofCopy[kind]
  if (ofFile !== undefined) {
    const name = chosen.which % 2 === 0 ? 'copy-a' : 'copy-b'
    const bytes = ofFile(ports.files.content.get(name) ?? expect.fail(), chosen)
    ports.files.content.set(name, bytes)
    return await opens(() => fromVaultFile(bytes))
  }
  const index = chosen.which % 5
  const { generations } = ports.store
  const [sealed, other] = [generations[index], original.store.generations[(index + 1) % 5]]
  if (sealed === undefined || other === undefined) throw new Error('no generation')
  const changed = (ofGeneration[kind] ?? expect.fail())(sealed, other, chosen)
  ports.store.generations = generations
    .with(index, changed)
    .sort((a, b) => b.generation - a.generation)
  return await opens(() => changed)
}

describe('whatever is changed on the disk', () => {
  it('is refused with a code, and what opens was really saved', async () => {
    let mutations = 0
    let accepted = 0
    const runs = times(10_000, 1_000)
    await fc.assert(
      fc.asyncProperty(mutation, async ({ kind, choice: chosen }) => {
        const ports = copyOf(original)
        const vault = createVault(ports)
        const code = await mutate(ports, kind, chosen)
        mutations += 1
        if (code === 'none') accepted += 1
        expect(refusals, kind).toContain(code)
        // One place is whole: the newest is always there.
        const outcome = await codeOf(() => vault.unlock(password, nowMs))
        expect(outcome, kind).toBe('none')
        expect(stateOf(await vault.read(nowMs))).toBe('own0,own1,own2,own3,own4,own5')
        expect((await vault.damaged(nowMs)).length).toBeGreaterThan(0)
      }),
      { numRuns: runs },
    )
    record({
      promise: 'P4',
      what: 'bytes changed, cut, exchanged or replayed in header, body, number and copies',
      where: `node ${process.versions.node}`,
      count: mutations,
      result: `${accepted} accepted, 0 untyped errors`,
    })
    expect(accepted).toBe(0)
  }, 300_000)

  it('in several places at once never opens to what nobody saved', async () => {
    const several = fc.array(mutation, { minLength: 2, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(several, async (mutations) => {
        const ports = copyOf(original)
        const vault = createVault(ports)
        for (const { kind, choice: chosen } of mutations) await mutate(ports, kind, chosen)
        const outcome = await codeOf(() => vault.unlock(password, nowMs))
        expect(['none', ...refusals]).toContain(outcome)
        if (outcome === 'none') expect(genuine).toContain(stateOf(await vault.read(nowMs)))
      }),
      { numRuns: times(2_000, 200) },
    )
  }, 300_000)

  it('by splicing in saves of another vault mixes nothing of the two', async () => {
    const indexes = fc.uniqueArray(fc.nat(4), { minLength: 1 })
    await fc.assert(
      fc.asyncProperty(indexes, fc.boolean(), async (foreign, copiesToo) => {
        const ports = copyOf(original)
        ports.store.generations = ports.store.generations.map((own, index) =>
          foreign.includes(index) ? (stranger.store.generations[index] ?? own) : own,
        )
        if (copiesToo) {
          for (const [name, bytes] of stranger.files.content) ports.files.content.set(name, bytes)
        }
        const vault = createVault(ports)
        // Both vaults have this password: only the key tells them apart.
        const outcome = await codeOf(() => vault.unlock(password, nowMs))
        expect(outcome).toBe('none')
        const state = stateOf(await vault.read(nowMs))
        expect(genuine).toContain(state)
      }),
      { numRuns: times(1_000, 100) },
    )
  })
})

describe('whatever is saved', () => {
  it('comes back as it was', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 })
    const accounts = fc.uniqueArray(fc.tuple(fc.uuid(), text, text, text), {
      selector: ([id]) => id,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(accounts, text, async (list, words) => {
        const ports = memoryPorts()
        const vault = createVault(ports)
        await vault.create(words || 'x', nowMs)
        const saved = list.map(([id, issuer, label, note]) => ({
          ...totpAccount(id, issuer),
          label,
          note,
        }))
        await vault.change(nowMs, (document) => ({ ...document, accounts: saved }))
        await vault.lock()
        // Once from the store and once from the copy alone.
        await vault.unlock(words || 'x', nowMs)
        expect((await vault.read(nowMs)).accounts).toEqual(saved)
        ports.store.generations = []
        await vault.lock()
        await vault.unlock(words || 'x', nowMs)
        expect((await vault.read(nowMs)).accounts).toEqual(saved)
      }),
      { numRuns: times(1_000, 100) },
    )
  })
})
