import type { Bytes } from '@/utils/bytes/bytes'

/** HMAC-SHA256 (RFC 2104) of `bytes`. */
export async function hmacSha256(key: Bytes, bytes: Bytes): Promise<Bytes> {
  const parameters = { name: 'HMAC', hash: 'SHA-256' } as const
  const imported = await crypto.subtle.importKey('raw', key, parameters, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, bytes))
}

/** Whether two byte strings are the same, in a time that depends on their length alone. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  return a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0
}
