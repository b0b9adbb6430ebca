/**
 * What snappy packed, or null where this is none of its work: the raw format
 * (google/snappy, format_description.txt) that LevelDB and both browsers' databases hold. What
 * follows the last element is left alone.
 */
export function unpackSnappy(packed: Buffer): Buffer | null {
  const size = lengthOf(packed)
  if (size === null) return null
  const output = Buffer.alloc(size.value)
  let from = size.next
  let at = 0
  while (from < packed.length && at < output.length) {
    const part = partAt(packed, from)
    if (part === null || at + part.length > output.length) return null
    if (part.offset === 0) {
      if (part.next + part.length > packed.length) return null
      packed.copy(output, at, part.next, part.next + part.length)
      from = part.next + part.length
    } else {
      if (part.offset > at) return null
      copyBack(output, at, part.offset, part.length)
      from = part.next
    }
    at += part.length
  }
  return at === output.length ? output : null
}

/** The same in frames (framing_format.txt), as Firefox keeps what is too large for a row. */
export function unpackSnappyFrames(packed: Buffer): Buffer | null {
  if (packed.toString('latin1', 4, 10) !== 'sNaPpY') return null
  const parts: Buffer[] = []
  for (let at = 0; at + 4 <= packed.length; ) {
    const length = packed.readUIntLE(at + 1, 3)
    // After the length stands a checksum of four bytes.
    const data = packed.subarray(at + 8, at + 4 + length)
    if (packed[at] === 0x00) parts.push(unpackSnappy(data) ?? Buffer.alloc(0))
    if (packed[at] === 0x01) parts.push(data)
    at += 4 + length
  }
  return Buffer.concat(parts)
}

/** A copy of 64 bytes takes three: nothing is packed tighter. */
const tightest = 22

/**
 * What Chromium's IndexedDB packed by itself in a value or a file of its own, wherever it stands in
 * `bytes`: a mark of three bytes leads it (Blink, idb_value_wrapping.cc).
 */
export function unpackBlinkValues(bytes: Buffer): Buffer[] {
  const found: Buffer[] = []
  for (let at = bytes.indexOf(blinkMark); at >= 0; at = bytes.indexOf(blinkMark, at + 1)) {
    const unpacked = unpackSnappy(bytes.subarray(at + blinkMark.length))
    if (unpacked) found.push(unpacked)
  }
  return found
}

const blinkMark = Buffer.from([0xff, 0x11, 0x02])

function lengthOf(packed: Buffer): { value: number; next: number } | null {
  let value = 0
  for (let next = 0; next < 5; next += 1) {
    const byte = packed[next]
    if (byte === undefined) return null
    value += (byte & 0x7f) * 2 ** (7 * next)
    if (byte < 0x80) return value > packed.length * tightest ? null : { value, next: next + 1 }
  }
  return null
}

/** One element: a literal (offset 0), whose bytes begin at `next`, or a copy from `offset` back. */
function partAt(
  packed: Buffer,
  at: number,
): { length: number; offset: number; next: number } | null {
  const tag = packed[at] ?? 0
  const high = tag >> 2
  const extra = (tag & 3) === 0 ? Math.max(0, high - 59) : ([0, 1, 2, 4][tag & 3] ?? 0)
  const next = at + 1 + extra
  if (next > packed.length) return null
  const number = extra === 0 ? 0 : packed.readUIntLE(at + 1, extra)
  switch (tag & 3) {
    case 0:
      return { length: (extra === 0 ? high : number) + 1, offset: 0, next }
    case 1:
      return backwards(4 + (high & 7), ((tag >> 5) << 8) | number, next)
    default:
      return backwards(high + 1, number, next)
  }
}

const backwards = (length: number, offset: number, next: number) =>
  offset === 0 ? null : { length, offset, next }

/** Byte by byte: a copy may read what it has just written. */
function copyBack(output: Buffer, at: number, offset: number, length: number): void {
  for (let index = at; index < at + length; index += 1) output[index] = output[index - offset] ?? 0
}
