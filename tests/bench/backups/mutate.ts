/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Bytes = Uint8Array<ArrayBuffer>

/** Texts that break readers: numbers out of bounds, members of all objects, deep nesting. */
const poison = [
  '-1',
  '1e999',
  '99999999999999999999',
  '0.5',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '"__proto__"',
  '"constructor"',
  '[[[[[[[[[[',
  '"\\u0000"',
  '"\\ud800"',
].map((text) => new TextEncoder().encode(text))

/** `bytes` changed in one to four ways. */
export function mutate(bytes: Bytes, chance: () => number): Bytes {
  let changed = bytes
  const times = 1 + Math.floor(chance() * 4)
  for (let time = 0; time < times; time += 1) {
    const change = changes[Math.floor(chance() * changes.length)]
    if (change !== undefined && changed.length > 0) changed = change(changed, chance)
  }
  return changed
}

const changes: readonly ((bytes: Bytes, chance: () => number) => Bytes)[] = [
  flipBit,
  setByte,
  truncate,
  cutOut,
  repeat,
  swapWord,
  insertPoison,
  replaceNumber,
]

function placeIn(bytes: Bytes, chance: () => number): number {
  return Math.floor(chance() * bytes.length)
}

function flipBit(bytes: Bytes, chance: () => number): Bytes {
  const changed = bytes.slice()
  const at = placeIn(bytes, chance)
  changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(chance() * 8))
  return changed
}

function setByte(bytes: Bytes, chance: () => number): Bytes {
  const changed = bytes.slice()
  changed[placeIn(bytes, chance)] = Math.floor(chance() * 256)
  return changed
}

function truncate(bytes: Bytes, chance: () => number): Bytes {
  return bytes.slice(0, placeIn(bytes, chance))
}

function cutOut(bytes: Bytes, chance: () => number): Bytes {
  const start = placeIn(bytes, chance)
  return joined(bytes.slice(0, start), bytes.slice(start + Math.ceil(chance() * 32)))
}

function repeat(bytes: Bytes, chance: () => number): Bytes {
  const start = placeIn(bytes, chance)
  const end = start + Math.ceil(chance() * 64)
  return joined(bytes.slice(0, end), bytes.slice(start))
}

/** Four bytes of ones or of zeros: lengths and offsets. */
function swapWord(bytes: Bytes, chance: () => number): Bytes {
  const changed = bytes.slice()
  const at = placeIn(bytes, chance)
  changed.fill(chance() < 0.5 ? 0xff : 0, at, at + 4)
  return changed
}

function insertPoison(bytes: Bytes, chance: () => number): Bytes {
  const at = placeIn(bytes, chance)
  const poisoned = poison[Math.floor(chance() * poison.length)] ?? new Uint8Array()
  return joined(bytes.slice(0, at), poisoned, bytes.slice(at))
}

/** A value of JSON for another: `"x": 30` becomes `"x": []`. */
function replaceNumber(bytes: Bytes, chance: () => number): Bytes {
  const colon = bytes.indexOf(0x3a, placeIn(bytes, chance))
  if (colon < 0) return bytes
  const end = bytes.findIndex((byte, at) => at > colon && (byte === 0x2c || byte === 0x7d))
  const poisoned = poison[Math.floor(chance() * poison.length)] ?? new Uint8Array()
  return end < 0 ? bytes : joined(bytes.slice(0, colon + 1), poisoned, bytes.slice(end))
}

function joined(...parts: readonly Bytes[]): Bytes {
  return new Uint8Array(Buffer.concat(parts))
}
