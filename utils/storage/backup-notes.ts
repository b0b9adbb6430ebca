import { type DBSchema, openDB } from 'idb'
import * as v from 'valibot'
import { errorCodes } from '@/utils/errors/app-error'
import { asStorageErrors } from './storage-error'

const moment = v.pipe(v.number(), v.safeInteger())

const notesSchema = v.object({
  /** The vault whose saves are written to the downloads; null: switched off. */
  vaultId: v.nullable(v.string()),
  /** The save that was written last; 0: none. */
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  writtenAtMs: v.nullable(moment),
  /** Where the browser said it lies. */
  path: v.nullable(v.string()),
  /** Why the last try failed; null where it did not. */
  failure: v.nullable(v.picklist(errorCodes)),
  /** When a backup of ours was last made by hand. */
  byHandMs: v.nullable(moment),
})

/** What is known of backups: nothing of what is in them. */
export type BackupNotes = v.InferOutput<typeof notesSchema>

/** Where nothing is known yet. */
export const noNotes: BackupNotes = {
  vaultId: null,
  generation: 0,
  writtenAtMs: null,
  path: null,
  failure: null,
  byHandMs: null,
}

/** Keeps the notes. Everything throws `storage-full`, `storage-failed`. */
export interface BackupNotesStore {
  read(): Promise<BackupNotes>
  /** Puts `change` of what is there in its place, alone. */
  update(change: (notes: BackupNotes) => BackupNotes): Promise<void>
  /** Calls back when another page or the background changed them. Returns how to stop. */
  watch(listener: () => void): () => void
}

interface Schema extends DBSchema {
  notes: { key: string; value: unknown }
}

/** Of its own: what goes wrong here must not keep the vault's database from opening. */
const databaseName = 'sixpence-backups'
const key = 'notes'

/**
 * The notes in IndexedDB, out of reach of content scripts: who has taken one over must not be able
 * to say that a backup was made.
 */
export function createBackupNotes(): BackupNotesStore {
  return {
    read: () =>
      asStorageErrors(() =>
        inDatabase(async (database) => parse(await database.get('notes', key))),
      ),
    async update(change) {
      await asStorageErrors(() =>
        inDatabase(async (database) => {
          const writing = database.transaction('notes', 'readwrite')
          await writing.store.put(change(parse(await writing.store.get(key))), key)
          await writing.done
        }),
      )
      const channel = new BroadcastChannel(databaseName)
      channel.postMessage(null)
      channel.close()
    },
    watch(listener) {
      const channel = new BroadcastChannel(databaseName)
      channel.onmessage = () => listener()
      return () => channel.close()
    },
  }
}

function parse(stored: unknown): BackupNotes {
  const notes = v.safeParse(notesSchema, stored)
  return notes.success ? notes.output : noNotes
}

// Opened for each use: seldom, by a background that is stopped in between.
async function inDatabase<T>(
  work: (database: Awaited<ReturnType<typeof openDB<Schema>>>) => Promise<T>,
): Promise<T> {
  const database = await openDB<Schema>(databaseName, 1, {
    upgrade: (upgraded) => void upgraded.createObjectStore('notes'),
  })
  return await work(database).finally(() => database.close())
}
