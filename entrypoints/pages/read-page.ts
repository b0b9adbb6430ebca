import type { PageReading } from '@/components/model/found'
import type { Tell } from '@/components/model/site-model'
import { AppError } from '@/utils/errors/app-error'
import { findKeys } from '@/utils/fields/find-keys'
import type { ActiveTab } from '@/utils/platform/active-tab'
import { clearBadgeOf } from '@/utils/platform/badge'
import type { PageBox } from '@/utils/platform/scan/boxes-in-page'
import { boxesInTab } from '@/utils/platform/scan/boxes-in-tab'
import { decodeImage } from '@/utils/platform/scan/decode-image'
import { readPointed } from '@/utils/platform/scan/pointed-in-tab'
import type { ReadingAhead } from '@/utils/platform/scan/qr-worker'
import { textsInTab } from '@/utils/platform/scan/texts-in-tab'
import { isFrontTab, isLoading, untilLoaded } from '@/utils/platform/tabs'
import type { Reading } from '@/utils/qr/decode'
import { takePointed } from '@/utils/storage/pointed-picture'
import { waitingText } from './badge-texts'

/** A page in view that is to be read. */
export interface InView {
  /** What is in view. */
  readonly capture: Promise<Blob>
  /** What is in view later on. */
  readonly again: () => Promise<Blob>
  readonly tab: ActiveTab | null
  /** Reads it already: started where there seemed to be a code. */
  readonly ahead: Promise<ReadingAhead | null>
  readonly tell: Tell
}

/**
 * What is to be read of a tab: the picture that was pointed out there, if one was; else, and where
 * nothing is read in it, the whole page. Throws as `readPage` does.
 */
export async function readTab(view: InView): Promise<PageReading> {
  const { capture, tab, ahead, tell } = view
  const pointed = tab && (await takePointed(tab.tabId, Date.now()).catch(() => null))
  if (!pointed) return await readPage(view)
  // It is read now: the button need not say any longer that it waits.
  void clearBadgeOf(pointed.tabId, waitingText)
  void ahead.then((started) => started?.worker.terminate())
  tell(null)
  const read = await readPointed({ ...pointed, capture })
  if (read.payloads.length > 0 || read.hasPart) return { ...read, keys: [], hasMissed: false }
  const page = await readPage({ ...view, ahead: notAhead }).catch(() => nothing)
  return { ...page, hasMissed: true }
}

/** What the codes on a picture that the user brought say. Throws `image-unreadable` for none. */
export async function readPicture(picture: Blob): Promise<PageReading> {
  const reading = await decodeImage(picture, { timeoutMs: 10_000 })
  if (reading.payloads.length === 0 && !reading.hasPart) throw new AppError('image-unreadable')
  return { ...reading, keys: [], hasMissed: false }
}

const unread: Reading = { payloads: [], hasPart: false, hasCut: false }
const notAhead = Promise.resolve(null)
const nothing: PageReading = { ...unread, keys: [], hasMissed: false }

/** Milliseconds. A page that takes longer to come is read as it is. */
const comingMs = 3_000

/**
 * What a page says that may still be coming: where it shows no code yet, it is read again when it
 * has come. Throws as `readNow` does.
 */
async function readPage(view: InView): Promise<PageReading> {
  const { tab } = view
  const coming = tab !== null && isLoading(tab.tabId)
  const now = readNow(view)
  const isRead = await now.then(
    ({ payloads }) => payloads.length > 0,
    () => false,
  )
  if (tab === null || isRead || !(await coming)) return now
  await untilLoaded(tab.tabId, comingMs)
  return await readAgain(view, tab.tabId).catch(() => now)
}

/** Throws also where another tab is in front, of which a picture would be taken for this one's. */
async function readAgain(view: InView, tabId: number): Promise<PageReading> {
  const checkFront = async () => {
    if (!(await isFrontTab(tabId))) throw new AppError('page-moved')
  }
  await checkFront()
  const capture = view.again()
  await capture
  await checkFront()
  return await readNow({ ...view, capture, ahead: notAhead })
}

/**
 * What the codes in view say, and what the page says besides: set-up links count as codes.
 * Throws as `decodeImage` where there is nothing else.
 */
async function readNow({ capture, tab, ahead, tell }: InView): Promise<PageReading> {
  const none = Promise.resolve(null)
  const texts = tab === null ? none : textsInTab(tab.tabId)
  const boxes = tab === null ? none : boxesInTab(tab.tabId)
  const decoded = await readCapture(capture, boxes, await ahead, tell)
  const told = await texts
  const keys = told === null ? [] : findKeys(told)
  const links = told?.links ?? []
  if (decoded.reading === null && keys.length + links.length === 0) throw decoded.failure
  const { payloads, hasPart, hasCut } = decoded.reading ?? unread
  return {
    payloads: [...new Set([...payloads, ...links])],
    keys,
    hasMissed: false,
    hasPart,
    hasCut,
  }
}

async function readCapture(
  capture: Promise<Blob>,
  boxes: Promise<readonly PageBox[] | null>,
  ahead: ReadingAhead | null,
  tell: Tell,
) {
  try {
    if (ahead !== null) tell(await ahead.soon)
    const reading = await decodeImage(await capture, { boxes: await boxes, ahead })
    return { reading, failure: null }
  } catch (failure) {
    return { reading: null, failure }
  }
}
