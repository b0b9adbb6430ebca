const magic = 'mozLz40\0'

/** What a `mozLz40` file of Firefox holds (an LZ4 block behind its length), or null for others. */
export function unpackMozLz4(file: Buffer): Buffer | null {
  if (file.toString('latin1', 0, 8) !== magic) return null
  const output = Buffer.alloc(file.readUInt32LE(8))
  let at = 0
  for (let from = 12; from < file.length; ) {
    const token = file[from] ?? 0
    const literal = lengthAt(file, from + 1, token >> 4)
    file.copy(output, at, literal.next, literal.next + literal.length)
    at += literal.length
    from = literal.next + literal.length
    // The last element is a literal alone.
    if (from + 2 > file.length) break
    const offset = file.readUInt16LE(from)
    const match = lengthAt(file, from + 2, token & 15)
    for (const end = at + match.length + 4; at < end; at += 1) output[at] = output[at - offset] ?? 0
    from = match.next
  }
  return output.subarray(0, at)
}

/** A nibble of 15 is continued in the bytes that follow, to the first that is not 255. */
function lengthAt(file: Buffer, at: number, nibble: number): { length: number; next: number } {
  let length = nibble
  let next = at
  if (nibble === 15) {
    for (;;) {
      const byte = file[next] ?? 0
      next += 1
      length += byte
      if (byte !== 255) break
    }
  }
  return { length, next }
}
