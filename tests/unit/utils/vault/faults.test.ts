import { describe, expect, it } from 'vitest'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import { addAccount } from '@/utils/vault/accounts'
import { createVault } from '@/utils/vault/create-vault'
import type { Vault } from '@/utils/vault/vault'
import { faultyPorts, type MemoryPorts, memoryLocks, memoryPorts } from './faulty-ports'
import { totpAccount } from './samples'

/*
 * Every single call that an operation makes to the outside fails in turn, or is the last thing
 * that happens before power goes: before it was done, after it was done. Then the browser is
 * started again over what is left.
 */

const nowMs = 1_700_000_000_000
const before = 'before'
const after = 'after'

/** What opens: the ids of the accounts, and the one password of all that were set that opens it. */
type State = { readonly password: string; readonly ids: readonly string[] }

interface Operation {
  readonly name: string
  /** Before the faults begin. */
  readonly prepare: (vault: Vault, ports: MemoryPorts) => Promise<void>
  readonly run: (vault: Vault) => Promise<unknown>
  /** What must open when it was not answered; null: there is no vault. */
  readonly old: State | null
  /** What must open when it was. */
  readonly done: State | null
}

const adding = (vault: Vault, id: string) =>
  vault.change(nowMs, (document) => addAccount(document, totpAccount(id)))
const made = async (vault: Vault) => {
  await vault.create(before, nowMs)
  await adding(vault, 'a')
  await adding(vault, 'b')
}
const filled: State = { password: before, ids: ['a', 'b'] }

const operations: readonly Operation[] = [
  {
    name: 'create',
    prepare: async () => undefined,
    run: (vault) => vault.create(before, nowMs),
    old: null,
    done: { password: before, ids: [] },
  },
  {
    name: 'change',
    prepare: made,
    run: (vault) => adding(vault, 'c'),
    old: filled,
    done: { password: before, ids: ['a', 'b', 'c'] },
  },
  {
    name: 'a change of the password',
    prepare: made,
    run: (vault) => vault.changePassword(before, after, nowMs),
    old: filled,
    done: { password: after, ids: ['a', 'b'] },
  },
  {
    name: 'unlock',
    prepare: async (vault) => {
      await made(vault)
      await vault.lock()
    },
    run: (vault) => vault.unlock(before, nowMs),
    old: filled,
    done: filled,
  },
  {
    name: 'unlock and mend a store that lost all',
    prepare: async (vault, ports) => {
      await made(vault)
      await vault.lock()
      ports.store.generations = []
    },
    run: (vault) => vault.unlock(before, nowMs),
    old: filled,
    done: filled,
  },
  {
    name: 'unlock and mend a damaged newest generation',
    prepare: async (vault, ports) => {
      await made(vault)
      await vault.lock()
      ports.store.generations[0]?.ciphertext.fill(0)
    },
    run: (vault) => vault.unlock(before, nowMs),
    old: filled,
    done: filled,
  },
  {
    name: 'the self-check of a copy that fell behind',
    prepare: async (vault, ports) => {
      await made(vault)
      ports.files.content.delete('copy-a')
    },
    run: (vault) => vault.check(nowMs),
    old: filled,
    done: filled,
  },
  {
    name: 'remove',
    prepare: made,
    run: (vault) => vault.remove(),
    old: filled,
    done: null,
  },
]

/** The browser started again: the session is gone, nothing fails any more. */
async function reopened(ports: MemoryPorts): Promise<State | null> {
  ports.session.session = null
  const vault = createVault({ ...ports, exclusively: memoryLocks() })
  await vault.check(nowMs)
  if ((await vault.status(nowMs)) === 'none') return null
  const opening: string[] = []
  for (const password of [after, before]) {
    if (await vault.verifyPassword(password)) opening.push(password)
  }
  const [password] = opening
  if (password === undefined || opening.length > 1) return { password: opening.join(), ids: [] }
  await vault.unlock(password, nowMs)
  // And it can be worked with.
  await adding(vault, 'later')
  const { accounts } = await vault.read(nowMs)
  return { password, ids: accounts.map(({ id }) => id).filter((id) => id !== 'later') }
}

/** Whether `run` was answered, refused with a code, or never answered at all. */
async function outcomeOf(run: Promise<unknown>, crashed: Promise<void>) {
  const answer = run.then(
    () => 'done' as const,
    (error: unknown) => {
      if (error instanceof AppError && error.code !== 'unexpected') return error.code
      throw error
    },
  )
  return await Promise.race([answer, crashed.then(() => 'crashed' as const)])
}

async function tryWith(
  operation: Operation,
  kind: 'fail' | 'crash before' | 'crash after',
  at: number,
) {
  const ports = memoryPorts()
  await operation.prepare(createVault(ports), ports)
  const { faulty, calls, crashed } = faultyPorts(ports, kind, at)
  const outcome: 'done' | 'crashed' | ErrorCode = await outcomeOf(
    operation.run(createVault(faulty)),
    crashed,
  )
  return { outcome, calls: calls(), state: await reopened(ports) }
}

describe.each(operations)('when a call fails or power goes in the middle of $name', (operation) => {
  it.each(['fail', 'crash before', 'crash after'] as const)(
    'old or new opens, what was answered stays (%s)',
    async (kind) => {
      let tried = 0
      for (let at = 0; ; at += 1) {
        const { outcome, calls, state } = await tryWith(operation, kind, at)
        const allowed = outcome === 'done' ? [operation.done] : [operation.old, operation.done]
        expect(allowed, `${outcome} at call ${at}`).toContainEqual(state)
        if (calls <= at) break
        tried += 1
      }
      expect(tried).toBeGreaterThan(3)
    },
  )
})
