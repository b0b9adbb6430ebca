import type { IDBPTransaction } from 'idb'
import { AppError } from '@/utils/errors/app-error'
import type { GenerationStore, SealedGeneration } from '@/utils/vault/vault'
import { connect, type Database, isClosedConnection, type Schema } from './database'
import { asStorageErrors } from './storage-error'
import { fromRecord, toRecord } from './stored-generation'

type Writing = IDBPTransaction<Schema, 'generations'[], 'readwrite'>

/**
 * The generations of the vault in IndexedDB. Saves are durable when they are answered: durability
 * `strict` costs one sync and outlives a crash of browser and machine.
 */
export function createGenerationStore(): GenerationStore {
  const use = connect()
  return {
    newest: () => asStorageErrors(() => use(newest)),
    list: () => asStorageErrors(() => use(list)),
    beyond: (count) => asStorageErrors(() => use((database) => beyond(database, count))),
    append: (next, expectedNewest, keep, spared = []) =>
      asStorageErrors(() =>
        use((database) =>
          inWriting(database, (tx) => append(tx, next, expectedNewest, keep, spared)),
        ),
      ),
    clear: () =>
      asStorageErrors(() =>
        use((database) => inWriting(database, (tx) => tx.objectStore('generations').clear())),
      ),
  }
}

async function newest(database: Database): Promise<SealedGeneration | null> {
  try {
    const cursor = await database.transaction('generations').store.openCursor(null, 'prev')
    return cursor === null ? null : fromRecord(cursor.key, cursor.value)
  } catch (error) {
    if (isClosedConnection(error)) throw error
    return (await salvage(database))[0] ?? null
  }
}

/** One transaction, so that no save or change of the password falls between two reads. */
async function list(database: Database): Promise<readonly SealedGeneration[]> {
  try {
    const tx = database.transaction('generations')
    const [keys, records] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()])
    return keys.map((key, index) => fromRecord(key, records[index])).reverse()
  } catch (error) {
    if (isClosedConnection(error)) throw error
    return await salvage(database)
  }
}

async function beyond(database: Database, count: number): Promise<SealedGeneration[]> {
  const keys = await database.getAllKeys('generations')
  const leaving = keys.slice(0, Math.max(0, keys.length - count))
  return await Promise.all(
    leaving.map(async (key) => {
      try {
        return fromRecord(key, await database.get('generations', key))
      } catch (error) {
        if (isClosedConnection(error)) throw error
        return fromRecord(key, null)
      }
    }),
  )
}

/** Record by record, each in a transaction of its own: one that cannot be read spoils no other. */
async function salvage(database: Database): Promise<SealedGeneration[]> {
  const found: SealedGeneration[] = []
  for (const key of (await database.getAllKeys('generations')).reverse()) {
    const record = await database.get('generations', key).catch(() => null)
    if (record !== undefined) found.push(fromRecord(key, record))
  }
  return found
}

async function append(
  tx: Writing,
  next: SealedGeneration,
  expectedNewest: number,
  keep: number,
  spared: readonly number[],
): Promise<void> {
  const generations = tx.objectStore('generations')
  const kept = await generations.getAllKeys()
  if ((kept.at(-1) ?? 0) !== expectedNewest) throw new AppError('vault-conflict')
  await generations.add(toRecord(next))
  const dropped = [...kept, next.generation].slice(0, -keep).filter((key) => !spared.includes(key))
  await Promise.all(dropped.map((key) => generations.delete(key)))
}

/** All of `work` or nothing: whatever fails, the transaction is undone. */
async function inWriting(
  database: Database,
  work: (tx: Writing) => Promise<unknown>,
): Promise<void> {
  const tx = database.transaction(['generations'], 'readwrite', { durability: 'strict' })
  try {
    await work(tx)
  } catch (error) {
    throw await undo(tx, error)
  }
  await tx.done
}

/** Undoes what the transaction did so far; gives the error that says why it failed. */
async function undo(tx: Writing, error: unknown): Promise<unknown> {
  try {
    tx.abort()
  } catch {
    // The engine ended it already, and `done` knows why.
  }
  const reason: unknown = await tx.done.catch((failure: unknown) => failure)
  const ownAbort = reason instanceof DOMException && reason.name === 'AbortError'
  return ownAbort ? error : (reason ?? error)
}
