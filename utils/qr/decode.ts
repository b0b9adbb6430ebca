import type { Code, ReadCodes } from './code'
import { cropGray, crops } from './crop'
import { findBoxes, hasCodeCorner } from './find-boxes'
import type { Box, Picture } from './picture'
import { inReadingOrder } from './reading-order'
import { loadZxing } from './zxing'

/**
 * [Note: Reading codes off a page] The decoder reads what is drawn as codes should be, wherever it
 * is on the picture. What it misses on pages is mostly missing its quiet zone: dark squares that
 * touch a dark page; or its modules are drawn as dots, lines or shapes. So wherever something stands
 * that may be a code and none was read, that box alone is tried again: the code that fills it drawn
 * anew, and the box on clean paper. Where it stands, the page tells (`boxes-in-page.ts`); of a
 * picture alone we look for finder patterns ourselves, which is slow and done last.
 */

/** A picture and what is known of the page it shows. */
export interface Shot extends Picture {
  /** Where something stands that may be a code, the likeliest first; left out if not known. */
  readonly cands?: readonly Box[]
  /** What is in view of things that may be codes and are partly out of view. */
  readonly cut?: readonly Box[]
}

/** What the codes on a picture say. */
export interface Reading {
  /** Each once, set-up codes first, else in reading order. Judge them with `classify`. */
  readonly payloads: readonly string[]
  /** A code that holds only a part of a text (structured append) is there. */
  readonly hasPart: boolean
  /** A code that is partly out of view seems to be there. */
  readonly hasCut: boolean
}

/** What accounts are set up and exported with. */
const setUp = /^\s*otpauth(?:-migration)?:/i
/** What one account is set up with. */
const account = /^\s*otpauth:/i
/** Boxes that are tried by themselves: a page may have hundreds. */
const maxBoxes = 8

/** Ready for the next picture: starting it takes longer than reading. */
let reader: Promise<ReadCodes> | undefined

/** The payloads of all codes in a picture, set-up codes first; empty when there is none. */
export async function decode(shot: Shot): Promise<string[]> {
  return [...(await readShot(shot)).payloads]
}

/** The codes that are read on a picture as it is. */
export async function readWhole(picture: Picture): Promise<readonly Code[]> {
  return (await loadReader())(picture)
}

/** What the codes of accounts say that are drawn on `picture` as codes should be. */
export async function readAccounts(picture: Picture): Promise<readonly string[]> {
  const { payloads } = toReading(await readWhole(picture))
  return payloads.filter((text) => account.test(text))
}

/**
 * What `decode` reads, and what it could not read whole. `whole`: what is read on the picture as it
 * is, where that has begun.
 */
export async function readShot(shot: Shot, whole?: Promise<readonly Code[]>): Promise<Reading> {
  const { data, width, height, cands, cut = [] } = shot
  const picture = { data, width, height }
  const read = await loadReader()
  const codes = [...(await (whole ?? read(picture)))]
  const boxes = cands ?? (codes.length === 0 ? findBoxes(picture) : [])
  let tries = 0
  for (const box of boxes) {
    if (tries >= maxBoxes || holdsOneOf(box, codes)) continue
    tries += 1
    codes.push(...(await readBox(read, picture, box)))
  }
  return {
    ...toReading(codes),
    hasCut: cut.some((box) => !holdsOneOf(box, codes) && hasCodeCorner(cropGray(picture, box))),
  }
}

/** What `codes` say; of nothing else is known that it is cut off. */
export function toReading(codes: readonly Code[]): Reading {
  const whole = inReadingOrder(codes.filter(({ isPart, text }) => !isPart && text !== ''))
  return {
    payloads: [...new Set([...whole.filter((text) => setUp.test(text)), ...whole])],
    hasPart: codes.some(({ isPart }) => isPart),
    hasCut: false,
  }
}

/** Reads codes as they are drawn, wherever on a picture: the best there is in this browser. */
export function loadReader(): Promise<ReadCodes> {
  reader ??= startReader()
  return reader
}

/** Where there is no WebAssembly, or it is switched off, scripts have to do. */
async function startReader(): Promise<ReadCodes> {
  if ('WebAssembly' in globalThis) {
    const zxing = await loadZxing().catch(() => null)
    if (zxing) return zxing
  }
  return (await import('./scripts')).readByScripts
}

/** What is read off `box` alone, in the first of its crops that shows anything. */
async function readBox(read: ReadCodes, picture: Picture, box: Box): Promise<readonly Code[]> {
  for (const crop of crops(picture, box)) {
    const codes = await read(crop)
    if (codes.length > 0) return codes.map((code) => ({ ...code, box }))
  }
  return []
}

/** Whether the middle of a code that was read lies in `box`. */
function holdsOneOf([left, top, width, height]: Box, codes: readonly Code[]): boolean {
  return codes.some(({ box: [x, y, across, down] }) => {
    const [fromLeft, fromTop] = [x + across / 2 - left, y + down / 2 - top]
    return fromLeft > 0 && fromLeft < width && fromTop > 0 && fromTop < height
  })
}
