import type { Reading } from '@/utils/qr/decode'
import { fromDataUrl } from '../capture'
import { toldByPage } from '../told-by-page'
import { decodeImage } from './decode-image'
import { findPictureInPage, type PagePicture } from './picture-in-page'

/** Milliseconds. Drawing a large picture takes its time. */
const patienceMs = 1_500
/** One picture, read in every way there is. */
const timeoutMs = 3_000

/** A picture of a page, and what shows the page. */
export interface PointedSource {
  readonly tabId: number
  readonly frameId: number
  readonly address: string
  /** All that is in view of the tab. */
  readonly capture: Promise<Blob>
}

/**
 * What the codes in one picture of a page say. What is seen of it goes before what it holds: where
 * something lies over it, that is what the user pointed at. Its own pixels serve where it is drawn
 * too small. Nothing is fetched. No payloads where nothing could be read.
 */
export async function readPointed(source: PointedSource): Promise<Reading> {
  const found = await pictureInTab(source)
  const frame = found?.box?.box ?? null
  const seen = frame && (await read(source.capture, frame))
  if (seen && (seen.payloads.length > 0 || seen.hasPart)) return seen
  const pixels = found?.pixels ?? (isData(source.address) ? source.address : null)
  const held = pixels && (await read(blobOf(pixels), [0, 0, 1, 1]))
  return held || nothing
}

const nothing: Reading = { payloads: [], hasPart: false, hasCut: false }

function pictureInTab({ tabId, frameId, address }: PointedSource) {
  const target = { tabId, frameIds: [frameId] }
  return toldByPage({ target, func: findPictureInPage, args: [address] }, isPicture, patienceMs)
}

function isPicture(told: unknown): told is PagePicture {
  if (typeof told !== 'object' || told === null) return false
  if (!('box' in told && 'pixels' in told)) return false
  return told.pixels === null || (typeof told.pixels === 'string' && isData(told.pixels))
}

async function blobOf(dataUrl: string): Promise<Blob> {
  return fromDataUrl(dataUrl)
}

function isData(address: string): boolean {
  return /^data:image\/[^;,]*;base64,/i.test(address)
}

async function read(image: Promise<Blob>, frame: readonly [number, number, number, number]) {
  try {
    return await decodeImage(await image, { frame, timeoutMs })
  } catch {
    return null
  }
}
