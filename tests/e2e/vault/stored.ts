import { fromBase64 } from '@/utils/bytes/base64'
import type { SealedGeneration } from '@/utils/vault/vault'
import type { App } from '../../driver'

/** What lies in the browser, as sealed as it lies there. */
export interface Stored {
  /** Newest first. */
  readonly generations: readonly SealedGeneration[]
  /** Files of the origin-private file system, by path. */
  readonly files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>
  /** Why the database could not be read. */
  readonly failure: string | null
}

/**
 * Reads database and files in the background of the extension, without the product's own code:
 * it must not be the one to say that all is well. Makes nothing that is not there.
 */
export async function readStored(app: App): Promise<Stored> {
  const { records, files, failure } = await app.background.evaluate(readInBackground)
  const generations = records.map((record) => ({
    ...record,
    nonce: fromBase64(record.nonce),
    ciphertext: fromBase64(record.ciphertext),
  }))
  const bytes = Object.entries(files).map(([path, text]) => [path, fromBase64(text)] as const)
  return { generations: generations.reverse(), files: Object.fromEntries(bytes), failure }
}

interface Answer {
  records: { generation: number; protected: string; nonce: string; ciphertext: string }[]
  files: Record<string, string>
  failure: string | null
}

/** Runs in the background: sees nothing of this file. */
async function readInBackground(): Promise<Answer> {
  const toBase64 = (bytes: Uint8Array) => {
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const readRecords = async () => {
    const opening = indexedDB.open('sixpence')
    // It is not there, and asking must not make it.
    opening.onupgradeneeded = () => opening.transaction?.abort()
    const database = await asked(opening)
    const all = await asked(database.transaction('generations').objectStore('generations').getAll())
    database.close()
    return all.map(({ generation, protected: header, nonce, ciphertext }) => ({
      generation,
      protected: header,
      nonce: toBase64(nonce),
      ciphertext: toBase64(ciphertext),
    }))
  }
  const answer: Answer = { records: [], files: {}, failure: null }
  const readFolder = async (folder: FileSystemDirectoryHandle, path: string) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await readFolder(handle, `${path}${name}/`)
      else {
        const file = await handle.getFile()
        answer.files[`${path}${name}`] = toBase64(new Uint8Array(await file.arrayBuffer()))
      }
    }
  }
  try {
    answer.records = await readRecords()
  } catch (error) {
    answer.failure = String(error)
  }
  try {
    await readFolder(await navigator.storage.getDirectory(), '')
  } catch (error) {
    answer.failure ??= `files: ${error}`
  }
  return answer
}
