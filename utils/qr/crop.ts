import { enlarge } from './enlarge'
import { lumaAt } from './gray'
import type { Box, Gray, Picture } from './picture'
import { redraw } from './redraw'

/** Crops of a longer side than twice this are made smaller: their modules are large. */
const comfortableSide = 400
/** The smallest code has 21 modules. */
const minSide = 34
/** Crops of a shorter side than this are made larger at last: their modules are small. */
const smallSide = 200
/** White paper around a crop, as a share of its side: the quiet zone, and more. */
const margin = 0.12

/**
 * What may be read off the part of `picture` in `box`, the likeliest first: the code that fills it,
 * drawn anew; the part with its contrast stretched, on white paper; the same out of focus; on black
 * paper, for light codes; and larger, if it is small.
 */
export function* crops(picture: Picture, box: Box): Generator<Picture> {
  const factor = Math.max(1, Math.floor(Math.min(box[2], box[3]) / comfortableSide))
  const gray = stretch(cropGray(picture, box, factor))
  const side = Math.min(gray.width, gray.height)
  // Not even a number, where a page says nonsense.
  if (!(side >= minSide)) return
  const onPaper = (crop: Gray, paper: number) => pad(crop, Math.round(side * margin), paper)
  for (const code of redraw(gray)) yield toPicture(pad(code, Math.round(code.width * margin), 255))
  yield toPicture(onPaper(gray, 255))
  yield toPicture(onPaper(soften(gray), 255))
  yield toPicture(onPaper(gray, 0))
  if (side < smallSide) yield toPicture(enlarge(onPaper(gray, 255), 2))
}

/**
 * The part of `picture` in `box`, as far as it lies in it, in grey; each pixel is the mean of
 * `factor` by `factor`.
 */
export function cropGray(picture: Picture, box: Box, factor = 1): Gray {
  const [left, top, right, bottom] = within(box, picture)
  const width = Math.floor((right - left) / factor)
  const height = Math.floor((bottom - top) / factor)
  const luma = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      luma[y * width + x] = meanAt(picture, left + x * factor, top + y * factor, factor)
    }
  }
  return { luma, width, height }
}

function meanAt({ data, width }: Picture, left: number, top: number, factor: number): number {
  let sum = 0
  for (let y = top; y < top + factor; y += 1) {
    for (let x = left; x < left + factor; x += 1) sum += lumaAt(data, (y * width + x) * 4)
  }
  return sum / (factor * factor)
}

/** Left, top, right and bottom of `box` in whole pixels of `picture`. */
function within([left, top, width, height]: Box, picture: Picture) {
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)))
  const [x, y] = [clamp(left, picture.width), clamp(top, picture.height)]
  return [x, y, clamp(left + width, picture.width), clamp(top + height, picture.height)] as const
}

/** `gray` on `paper` (0 black to 255 white), `margin` pixels wider on every side. */
function pad({ luma, width, height }: Gray, margin: number, paper: number): Gray {
  const padded = { width: width + 2 * margin, height: height + 2 * margin }
  const sheet = new Uint8Array(padded.width * padded.height).fill(paper)
  for (let y = 0; y < height; y += 1) {
    sheet.set(luma.subarray(y * width, (y + 1) * width), (y + margin) * padded.width + margin)
  }
  return { luma: sheet, ...padded }
}

/** `gray` with its darkest fiftieth made black, its lightest white, and all between spread. */
function stretch({ luma, width, height }: Gray): Gray {
  const counts = new Uint32Array(256)
  for (let at = 0; at < luma.length; at += 1) {
    const value = luma[at] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  const few = luma.length / 50
  const [dark, light] = [reaching(counts, few), 255 - reaching(counts.toReversed(), few)]
  if (light <= dark) return { luma, width, height }
  const spread = Uint8ClampedArray.from(
    counts,
    (_, value) => ((value - dark) * 255) / (light - dark),
  )
  return { luma: luma.map((value) => spread[value] ?? 0), width, height }
}

/** The first index by which `counts` add up to `few`. */
function reaching(counts: Uint32Array, few: number): number {
  let sum = 0
  return counts.findIndex((count) => {
    sum += count
    return sum >= few
  })
}

/** `gray` a little out of focus, which closes the gaps between the lines of codes made of text. */
function soften({ luma, width, height }: Gray): Gray {
  const soft = new Uint8Array(luma.length)
  for (let y = 0; y < height; y += 1) {
    const row = y * width
    const above = Math.max(0, y - 1) * width
    const below = Math.min(height - 1, y + 1) * width
    const column = (x: number) =>
      (luma[above + x] ?? 0) + 2 * (luma[row + x] ?? 0) + (luma[below + x] ?? 0)
    let [before, here] = [column(0), column(0)]
    for (let x = 0; x < width; x += 1) {
      const after = column(Math.min(width - 1, x + 1))
      soft[row + x] = (before + 2 * here + after) / 16
      before = here
      here = after
    }
  }
  return { luma: soft, width, height }
}

/** `gray` as decoders take pictures. */
export function toPicture({ luma, width, height }: Gray): Picture {
  // `Uint32Array.from` takes twenty times as long.
  const pixels = new Uint32Array(luma.length)
  for (let at = 0; at < luma.length; at += 1) {
    pixels[at] = 0xff000000 | ((luma[at] ?? 0) * 0x010101)
  }
  return { data: new Uint8ClampedArray(pixels.buffer), width, height }
}
