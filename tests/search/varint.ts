/** A number of seven bits per byte, the lowest first, and where the next byte is (LevelDB). */
export function readVarint(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0
  for (let index = 0; index < 10; index += 1) {
    const byte = bytes[at + index] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * index)
    if (byte < 0x80) return [value, at + index + 1]
  }
  return [value, at + 10]
}

/** A number of seven bits per byte, the highest first; the ninth byte counts whole (SQLite). */
export function readBigVarint(bytes: Buffer, at: number): readonly [value: number, next: number] {
  let value = 0
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + index + 1]
  }
  return [value * 256 + (bytes[at + 8] ?? 0), at + 9]
}
