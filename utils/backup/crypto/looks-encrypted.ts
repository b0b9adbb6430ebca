/**
 * Whether bytes could be encrypted: no value stands out. Of n random bytes each value occurs about
 * n / 256 times; six standard deviations and a few more are allowed.
 */
export function looksEncrypted(bytes: Uint8Array): boolean {
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const expected = bytes.length / 256
  return bytes.length > 0 && Math.max(...counts) <= expected + 6 * Math.sqrt(expected) + 4
}
