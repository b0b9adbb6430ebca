import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { times } from '@/tests/long-run'
import { addAccount, trashAccount, updateAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { VaultDocument } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'
import { codeOf } from './error-code'
import { faultyPorts, type MemoryPorts, memoryLocks, memoryPorts } from './faulty-ports'
import { totpAccount } from './samples'

/*
 * Any sequence of what people and machines do, in two windows, against the simplest vault there
 * could be: a map and a password. Between any two steps the browser may be killed, also in the
 * middle of one, and the newest state lost or spoiled in one of the two places.
 */

const nowMs = 1_700_000_000_000
const passwords = ['first', 'second', 'third'] as const

interface Model {
  password: string | null
  unlocked: boolean
  /** Issuer by id; null: in the trash. */
  accounts: Map<string, string | null>
}

interface Real {
  ports: MemoryPorts
  windows: Vault[]
}

type Step = fc.AsyncCommand<Model, Real>

const contentOf = (document: VaultDocument) =>
  new Map(
    document.accounts.map((account) => [
      account.id,
      account.deletedAtMs === null ? account.issuer : null,
    ]),
  )

/** What is there, by the rules of the model; called after every step. */
async function compare(model: Model, { windows }: Real): Promise<void> {
  for (const vault of windows) {
    const status = model.password === null ? 'none' : model.unlocked ? 'unlocked' : 'locked'
    expect(await vault.status(nowMs)).toBe(status)
    if (model.unlocked) {
      expect(contentOf(await vault.read(nowMs))).toEqual(model.accounts)
    } else {
      expect(await codeOf(() => vault.read(nowMs))).toBe('vault-locked')
    }
  }
}

const step = (
  name: string,
  check: (model: Model) => boolean,
  run: (model: Model, real: Real) => Promise<void>,
): Step => ({
  check: (model) => check(model),
  run: async (model, real) => {
    await run(model, real)
    await compare(model, real)
  },
  toString: () => name,
})

const windowOf = ({ windows }: Real, index: number): Vault => windows[index] ?? expect.fail()
const isOpen = (model: Model) => model.unlocked
const isLocked = (model: Model) => model.password !== null && !model.unlocked

/** One of the edits, on the model and on the document. */
interface Edit {
  readonly name: string
  readonly id: string
  readonly kind: 'add' | 'edit' | 'delete'
  readonly text: string
}

function editModel(accounts: Map<string, string | null>, { kind, id, text }: Edit): void {
  if (kind === 'add' && !accounts.has(id)) accounts.set(id, text)
  if (kind === 'edit' && accounts.has(id) && accounts.get(id) !== null) accounts.set(id, text)
  if (kind === 'delete' && accounts.has(id)) accounts.set(id, null)
}

const editDocument =
  ({ kind, id, text }: Edit) =>
  (document: VaultDocument): VaultDocument => {
    const known = document.accounts.some((account) => account.id === id)
    if (kind === 'add') return addAccount(document, totpAccount(id, text))
    if (!known) return document
    if (kind === 'edit') return updateAccount(document, id, { issuer: text }, nowMs)
    return trashAccount(document, id, nowMs)
  }

const edit: fc.Arbitrary<Edit> = fc.record({
  name: fc.constant('edit'),
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  kind: fc.constantFrom('add', 'edit', 'delete'),
  text: fc.constantFrom('GitHub', 'Bank', 'Mail'),
})
const which = fc.nat(1)

const create = fc.tuple(which, fc.constantFrom(...passwords)).map(([index, password]) =>
  step(
    `create(${password})`,
    (model) => model.password === null,
    async (model, real) => {
      await windowOf(real, index).create(password, nowMs)
      Object.assign(model, { password, unlocked: true, accounts: new Map() })
    },
  ),
)

const change = fc.tuple(which, edit).map(([index, made]) =>
  step(`${made.kind}(${made.id}) in window ${index}`, isOpen, async (model, real) => {
    editModel(model.accounts, made)
    await windowOf(real, index).change(nowMs, editDocument(made))
  }),
)

const changeInBoth = fc.tuple(edit, edit).map(([one, other]) =>
  step(
    `${one.kind}(${one.id}) and ${other.kind}(${other.id}) at once`,
    isOpen,
    async (model, r) => {
      // Whoever asks first is first.
      for (const made of [one, other]) editModel(model.accounts, made)
      await Promise.all([
        windowOf(r, 0).change(nowMs, editDocument(one)),
        windowOf(r, 1).change(nowMs, editDocument(other)),
      ])
    },
  ),
)

const lock = which.map((index) =>
  step('lock', isOpen, async (model, real) => {
    await windowOf(real, index).lock()
    model.unlocked = false
  }),
)

const unlock = fc.tuple(which, fc.constantFrom(...passwords)).map(([index, password]) =>
  step(`unlock(${password})`, isLocked, async (model, real) => {
    const code = await codeOf(() => windowOf(real, index).unlock(password, nowMs))
    expect(code).toBe(password === model.password ? 'none' : 'password-wrong')
    model.unlocked = code === 'none'
  }),
)

const changePassword = fc
  .tuple(which, fc.constantFrom(...passwords), fc.constantFrom(...passwords))
  .map(([index, from, to]) =>
    step(
      `changePassword(${from}, ${to})`,
      (model) => model.password !== null,
      async (model, real) => {
        const code = await codeOf(() => windowOf(real, index).changePassword(from, to, nowMs))
        const expected = model.unlocked ? 'none' : 'vault-locked'
        expect(code).toBe(from === model.password ? expected : 'password-wrong')
        if (code === 'none') model.password = to
      },
    ),
  )

/** The browser is killed and started again. */
function restart(model: Model, real: Real): void {
  const { ports } = real
  ports.session.session = null
  real.ports = { ...ports, exclusively: memoryLocks() }
  real.windows = [createVault(real.ports), createVault(real.ports)]
  model.unlocked = false
}

const kill = fc.constant(
  step(
    'kill',
    () => true,
    async (model, real) => {
      restart(model, real)
      await windowOf(real, 0).check(nowMs)
    },
  ),
)

/** Runs `work` until its call number `at`, then the power goes. True if it was done before. */
async function cutShort(real: Real, at: number, work: (vault: Vault) => Promise<unknown>) {
  const { faulty, crashed } = faultyPorts(real.ports, 'crash after', at)
  const done = work(createVault(faulty)).then(() => true)
  return await Promise.race([done, crashed.then(() => false)])
}

const killInChange = fc.tuple(edit, fc.nat(14)).map(([made, at]) =>
  step(`kill at call ${at} of ${made.kind}(${made.id})`, isOpen, async (model, real) => {
    const before = new Map(model.accounts)
    editModel(model.accounts, made)
    const done = await cutShort(real, at, (vault) => vault.change(nowMs, editDocument(made)))
    restart(model, real)
    await windowOf(real, 0).check(nowMs)
    await windowOf(real, 0).unlock(model.password ?? expect.fail(), nowMs)
    model.unlocked = true
    const found = contentOf(await windowOf(real, 0).read(nowMs))
    expect(done ? [model.accounts] : [before, model.accounts]).toContainEqual(found)
    model.accounts = found
  }),
)

const killInPassword = fc.tuple(fc.constantFrom(...passwords), fc.nat(20)).map(([to, at]) =>
  step(`kill at call ${at} of changePassword(${to})`, isOpen, async (model, real) => {
    const from = model.password ?? expect.fail()
    const done = await cutShort(real, at, (vault) => vault.changePassword(from, to, nowMs))
    restart(model, real)
    await windowOf(real, 0).check(nowMs)
    const opening = []
    for (const password of new Set([from, to])) {
      if (await windowOf(real, 0).verifyPassword(password)) opening.push(password)
    }
    expect(opening).toHaveLength(1)
    if (done) expect(opening).toEqual([to])
    model.password = opening[0] ?? null
  }),
)

/** What may happen to one place while nobody looks: nothing is missing afterwards. */
const losses: Record<string, (ports: MemoryPorts) => void> = {
  'the database is wiped': ({ store }) => {
    store.generations = []
  },
  'the newest save is missing from the database': ({ store }) => {
    store.generations = store.generations.slice(1)
  },
  'the newest save in the database is spoiled': ({ store }) => {
    store.generations[0]?.ciphertext.fill(0)
  },
  'the copies are gone': ({ files }) => files.content.clear(),
  'the copies are spoiled': ({ files }) => {
    for (const slot of ['copy-a', 'copy-b']) {
      if (files.content.has(slot)) files.content.set(slot, new Uint8Array([1, 2, 3]))
    }
  },
}

const lose = fc.constantFrom(...Object.keys(losses)).map((what) =>
  step(what, isLocked, async (model, real) => {
    losses[what]?.(real.ports)
    restart(model, real)
    await windowOf(real, 0).check(nowMs)
    // The next loss may hit the other place: opening sets right what this one did.
    await windowOf(real, 0).unlock(model.password ?? expect.fail(), nowMs)
    model.unlocked = true
  }),
)

const remove = fc.constant(
  step('remove', isOpen, async (model, real) => {
    await windowOf(real, 0).remove()
    Object.assign(model, { password: null, unlocked: false, accounts: new Map() })
    for (const vault of real.windows) expect(await vault.wasLost()).toBe(false)
  }),
)

describe('any sequence of steps, in two windows, with kills and losses between', () => {
  it('leaves exactly what was acknowledged', async () => {
    const steps = [
      create,
      change,
      change,
      changeInBoth,
      lock,
      unlock,
      unlock,
      changePassword,
      kill,
      killInChange,
      killInPassword,
      lose,
      remove,
    ]
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 40 }), async (sequence) => {
        const setUp = () => {
          const ports = memoryPorts()
          const windows = [createVault(ports), createVault(ports)]
          const model: Model = { password: null, unlocked: false, accounts: new Map() }
          return { model, real: { ports, windows } }
        }
        await fc.asyncModelRun(setUp, sequence)
      }),
      { numRuns: times(2_000, 150) },
    )
  }, 300_000)
})
