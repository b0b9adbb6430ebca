import type { VaultFiles } from '@/utils/vault/vault'
import { asStorageErrors } from './storage-error'

const folderName = 'vault'

/**
 * The vault's files in the origin-private file system: another engine than IndexedDB's, which all
 * databases of an origin share. Where the browser has none (private windows of Firefox),
 * everything throws `storage-failed`.
 */
export function createVaultFiles(): VaultFiles {
  return {
    names: () => asStorageErrors(async () => await namesIn(await folder())),
    read: (name) => asStorageErrors(async () => await read(await folder(), name)),
    write: (name, bytes) =>
      asStorageErrors(async () => {
        const file = await (await folder()).getFileHandle(name, { create: true })
        // Into a file beside it, which takes its place when closed: all of it or nothing.
        await writeInto(await file.createWritable(), bytes)
      }),
    clear: () =>
      asStorageErrors(async () => {
        const directory = await folder()
        for (const name of await namesIn(directory)) await directory.removeEntry(name)
      }),
  }
}

async function folder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return await root.getDirectoryHandle(folderName, { create: true })
}

/** A stream that failed is given up: left open, what it wrote beside would lie there for long. */
async function writeInto(
  writable: FileSystemWritableFileStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  try {
    await writable.write(bytes)
    await writable.close()
  } catch (error) {
    await writable.abort().catch(() => undefined)
    throw error
  }
}

async function namesIn(directory: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = []
  for await (const name of directory.keys()) names.push(name)
  return names
}

async function read(
  directory: FileSystemDirectoryHandle,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const file = await (await directory.getFileHandle(name)).getFile()
    // A save that was cut short before its first close leaves an empty file.
    return file.size === 0 ? null : new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return null
    throw error
  }
}
