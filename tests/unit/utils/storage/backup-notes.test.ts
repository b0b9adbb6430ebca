import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDB } from 'idb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type BackupNotes, createBackupNotes, noNotes } from '@/utils/storage/backup-notes'

const on: BackupNotes = {
  vaultId: 'AAECAwQFBgcICQoLDA0ODw',
  generation: 3,
  writtenAtMs: 5,
  path: '/home/ada/Downloads/Sixpence/sixpence-00010203.json',
  failure: 'download-failed',
  byHandMs: null,
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe('the notes on backups', () => {
  it('are empty at first, and stay for the next start', async () => {
    expect(await createBackupNotes().read()).toEqual(noNotes)
    await createBackupNotes().update(() => on)
    expect(await createBackupNotes().read()).toEqual(on)
  })

  it('take two changes at once, one after the other', async () => {
    const notes = createBackupNotes()
    await Promise.all(
      Array.from({ length: 9 }, () =>
        notes.update((before) => ({ ...before, generation: before.generation + 1 })),
      ),
    )
    expect((await notes.read()).generation).toBe(9)
  })

  it('tell others of a change', async () => {
    const heard = vi.fn()
    const stop = createBackupNotes().watch(heard)
    await createBackupNotes().update(() => on)
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1))
    stop()
  })

  it.each([
    ['of a lost shape', { vaultId: 7 }],
    ['of no shape', 'on'],
  ])('%s are none: nothing is written', async (_, stored) => {
    await createBackupNotes().update(() => on)
    const database = await openDB('sixpence-backups')
    await database.put('notes', stored, 'notes')
    database.close()
    expect(await createBackupNotes().read()).toEqual(noNotes)
  })
})
