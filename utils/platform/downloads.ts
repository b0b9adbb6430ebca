import browser, { type Downloads } from 'webextension-polyfill'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'

const wanted = { permissions: ['downloads' as const] }

/**
 * Asks the user to let us write into the folder for downloads. Must be called straight from a
 * click: it calls the browser before it returns, awaiting nothing. True at once, without a prompt,
 * where it was granted before.
 */
export function requestDownloads(): Promise<boolean> {
  return browser.permissions.request(wanted)
}

/** Whether we may write there. */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains(wanted)
}

/** Gives the permission back. False where there was none. */
export function forgoDownloads(): Promise<boolean> {
  return browser.permissions.remove(wanted)
}

/** Many times what a disk takes; who is asked where to save it has answered by then, too. */
const patienceMs = 20_000

/**
 * Writes `text` as `folder`/`name` in the browser's folder for downloads, over a file of that name.
 * Resolves to where it lies, once the browser has all of it on disk. Throws `downloads-denied`,
 * `download-cancelled`, `download-no-space`, `download-too-large`, `download-failed`.
 */
export async function writeDownload(folder: string, name: string, text: string): Promise<string> {
  if (!(await mayDownload())) throw new AppError('downloads-denied')
  const source = addressOf(text)
  try {
    const id = await begin({ url: source.url, filename: `${folder}/${name}` })
    return await whole(id, name, toUtf8(text).length)
  } finally {
    source.release()
  }
}

async function begin(file: { readonly url: string; readonly filename: string }): Promise<number> {
  try {
    return await browser.downloads.download({
      ...file,
      conflictAction: 'overwrite',
      saveAs: false,
    })
  } catch {
    throw new AppError('download-failed')
  }
}

/** Chromium knows no longer addresses: some thousands of accounts. */
const longestAddress = 2 * 1024 * 1024

/**
 * Firefox takes addresses of objects only; Chromium's service worker can make none. What stands in
 * either is sealed already.
 */
function addressOf(text: string): { readonly url: string; readonly release: () => void } {
  if (typeof URL.createObjectURL !== 'function') {
    const url = `data:application/json,${encodeURIComponent(text)}`
    if (url.length > longestAddress) throw new AppError('download-too-large')
    return { url, release: () => undefined }
  }
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  return { url, release: () => URL.revokeObjectURL(url) }
}

/** Waits until the browser is done with a download, and looks at what it made of it. */
async function whole(id: number, name: string, sizeBytes: number): Promise<string> {
  const item = await ended(id)
  const isOurs = nameOf(item.filename) === name && item.fileSize === sizeBytes
  if (item.state === 'complete' && isOurs) return item.filename
  throw new AppError(reasonOf(item))
}

function reasonOf({ error }: Downloads.DownloadItem): ErrorCode {
  if (error?.startsWith('USER_')) return 'download-cancelled'
  return error === 'FILE_NO_SPACE' ? 'download-no-space' : 'download-failed'
}

async function ended(id: number): Promise<Downloads.DownloadItem> {
  const { onChanged } = browser.downloads
  let stop = () => {}
  const found = new Promise<Downloads.DownloadItem>((resolve, reject) => {
    const look = async () => {
      const [item] = await browser.downloads.search({ id })
      if (item === undefined) reject(new AppError('download-failed'))
      else if (item.state !== 'in_progress') resolve(item)
    }
    const heard = (change: { readonly id: number }) => {
      if (change.id === id) void look().catch(reject)
    }
    const giveUp = () => {
      void browser.downloads.cancel(id).catch(() => undefined)
      reject(new AppError('download-cancelled'))
    }
    const timer = setTimeout(giveUp, patienceMs)
    onChanged.addListener(heard)
    stop = () => {
      clearTimeout(timer)
      onChanged.removeListener(heard)
    }
    void look().catch(reject)
  })
  return await found.finally(() => stop())
}

/** A file of ours that the browser remembers having written. */
interface Remembered {
  readonly id: number
  readonly name: string
  readonly exists: boolean
}

/**
 * Removes, of the files beside `path` that the browser remembers, those that `isOutdated` says by
 * their names; and forgets all but the latest entry of every name, so that the browser's list does
 * not fill up. What it was told to forget stays on the disk.
 */
export async function tidyDownloads(
  path: string,
  isOutdated: (name: string, all: readonly string[]) => boolean,
): Promise<void> {
  const remembered = await besides(path)
  const names = [...new Set(remembered.map(({ name }) => name))]
  const latest = new Map(remembered.toReversed().map((item) => [item.name, item]))
  for (const item of remembered) {
    const isGone = isOutdated(item.name, names)
    if (isGone && item.exists && latest.get(item.name) === item) {
      await browser.downloads.removeFile(item.id).catch(() => undefined)
    }
    if (isGone || latest.get(item.name) !== item) await browser.downloads.erase({ id: item.id })
  }
}

/** The latest first. */
async function besides(path: string): Promise<readonly Remembered[]> {
  const folder = path.slice(0, -nameOf(path).length)
  const items = await browser.downloads.search({ orderBy: ['-startTime'] })
  const ours = items.filter(({ filename, byExtensionId = browser.runtime.id }) => {
    return filename === folder + nameOf(filename) && byExtensionId === browser.runtime.id
  })
  return ours.map(({ id, filename, exists }) => ({ id, name: nameOf(filename), exists }))
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}
