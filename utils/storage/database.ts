import { type DBSchema, type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'

/** The one database of the extension. */
export interface Schema extends DBSchema {
  /** Sealed generations of the vault, by number. */
  generations: { key: number; value: unknown }
  /** Sealed drafts, by slot. */
  drafts: { key: string; value: unknown }
}

/** An open connection. */
export type Database = IDBPDatabase<Schema>

/** Runs on a connection that may have to be opened again. */
export type Use<S extends DBSchema> = <T>(
  work: (database: IDBPDatabase<S>) => Promise<T>,
) => Promise<T>
export type UseDatabase = Use<Schema>

const databaseName = 'sixpence'
/** Raised with every change of the stores; `upgrade` climbs from any older version. */
const databaseVersion = 2

/** Connects to it as `connectTo` does. */
export function connect(): UseDatabase {
  return connectTo<Schema>(databaseName, databaseVersion, (upgraded, oldVersion) => {
    if (oldVersion < 1) upgraded.createObjectStore('generations', { keyPath: 'generation' })
    if (oldVersion < 2) upgraded.createObjectStore('drafts', { keyPath: 'slot' })
  })
}

/**
 * Opens a database on first use and shares the connection. It is dropped when the browser ends
 * it, or when a newer version of ours waits to upgrade; the next use opens another. Work on a
 * connection that was closed meanwhile runs once more.
 */
export function connectTo<S extends DBSchema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<S>['upgrade']>,
): Use<S> {
  let connection: Promise<IDBPDatabase<S>> | null = null
  const drop = () => {
    connection = null
  }
  const blocking: OpenDBCallbacks<S>['blocking'] = (_ours, _newer, { target }) => {
    drop()
    if (target instanceof IDBDatabase) target.close()
  }
  const current = async () => {
    connection ??= openDB<S>(name, version, { upgrade, blocking, terminated: drop })
    try {
      return await connection
    } catch (error) {
      drop()
      throw error
    }
  }
  return async (work) => {
    try {
      return await work(await current())
    } catch (error) {
      if (!isClosedConnection(error)) throw error
      drop()
      return await work(await current())
    }
  }
}

/** Whether work failed because the connection was closed under it: nothing was read or written. */
export function isClosedConnection(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}
