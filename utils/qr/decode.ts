import { binarize } from './binarize'
import { type Finder, findFinders } from './finders'
import { toGray } from './gray'
import { sampleModules } from './grid'
import type { Bits, Gray, Picture } from './picture'
import { readCode, readModules } from './read-code'
import { inReadingOrder, type PlacedText } from './reading-order'
import { findRegions, type Region } from './regions'
import { resemblance } from './resemblance'

/**
 * [Note: Reading codes off a page] Decoders are made for a camera that points at one code; a page
 * has several, small ones, inverted ones, ones that touch a dark page. So we look for finder
 * patterns ourselves, in one pass that does not care what else is there, sample the modules between
 * each likely three, and give the decoder a clean print of one code at a time. Only when that finds
 * nothing does it get the whole picture: it knows codes seen at an angle, which we sample askew.
 */

/** Pictures of more pixels are made smaller first. */
const maxPixels = 16_000_000
/** The same for a decoder that looks for itself. */
const maxPixelsAsAWhole = 8_500_000
/** The share of a code's fixed modules that must be right: styled ones have round corners. */
const minResemblance = 0.75
/** Prints that turn out to be no code, before giving up. */
const maxMisses = 16

/**
 * Every payload in `picture`, each once, in reading order; empty when there is none. The
 * work is bounded by the number of pixels, whatever they show. Text as it stands: judge it with
 * `classify`, never open it.
 */
export async function decode(picture: Picture): Promise<string[]> {
  const found = readRegions(toGray(picture, maxPixels))
  if (found.length > 0) return [...new Set(inReadingOrder(found))]
  const payload = readCode(toGray(picture, maxPixelsAsAWhole))
  return payload === null ? [] : [payload]
}

/** What each code says and where it stands, the clearest first. */
function readRegions(gray: Gray): readonly PlacedText[] {
  const bits = binarize(gray)
  const found: PlacedText[] = []
  const spent = new Set<Finder>()
  let misses = 0
  for (const region of findRegions(bits, findFinders(bits))) {
    const finders = [region.corner, region.right, region.below]
    if (finders.some((finder) => spent.has(finder))) continue
    const sizes = likelySizes(bits, region).slice(0, maxMisses - misses)
    const reading = readRegion(gray, region, sizes)
    misses += reading.misses
    if (reading.payload === null) continue
    found.push(placed(reading.payload, region))
    for (const finder of finders) spent.add(finder)
  }
  return found
}

function placed(text: string, { corner, right, below }: Region): PlacedText {
  const [x, y] = [(right.x + below.x) / 2, (right.y + below.y) / 2]
  return { text, x, y, reach: Math.hypot(corner.x - x, corner.y - y) }
}

/** The sizes at which `region` looks like a code, the likeliest first. */
function likelySizes(bits: Bits, region: Region): readonly number[] {
  const weighed = region.sizes.map((size) => ({ size, share: resemblance(bits, region, size) }))
  const likely = weighed.filter(({ share }) => share >= minResemblance)
  return likely.sort((a, b) => b.share - a.share).map(({ size }) => size)
}

/** Tries `sizes` in turn until one can be read. */
function readRegion(gray: Gray, region: Region, sizes: readonly number[]) {
  for (const [misses, size] of sizes.entries()) {
    const payload = readModules(sampleModules(gray, region, size))
    if (payload !== null) return { payload, misses }
  }
  return { payload: null, misses: sizes.length }
}
