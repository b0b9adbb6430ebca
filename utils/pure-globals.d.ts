// What node, workers and pages have in common and the pure folders may use: no document, no
// window, no extension API. Seen by tsconfig.pure.json only.
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(encoding?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes: Uint8Array): string
}
declare class URL {
  constructor(url: string, base?: string)
  static canParse(url: string): boolean
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly port: string
  readonly origin: string
  readonly username: string
  readonly password: string
  readonly pathname: string
  readonly search: string
  readonly hash: string
  readonly href: string
}
interface CryptoKey {
  readonly type: string
}
interface AesGcmParams {
  name: 'AES-GCM'
  iv: Uint8Array<ArrayBuffer>
  additionalData?: Uint8Array<ArrayBuffer>
}
interface HkdfParams {
  name: 'HKDF'
  hash: 'SHA-256'
  salt: Uint8Array<ArrayBuffer>
  info: Uint8Array<ArrayBuffer>
}
interface AesCbcParams {
  name: 'AES-CBC'
  iv: Uint8Array<ArrayBuffer>
}
interface HmacParams {
  name: 'HMAC'
  hash: 'SHA-256'
}
interface Pbkdf2Params {
  name: 'PBKDF2'
  hash: 'SHA-1' | 'SHA-256' | 'SHA-512'
  salt: Uint8Array<ArrayBuffer>
  iterations: number
}
interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array<ArrayBuffer> }>
  cancel(): Promise<void>
}
interface ByteWriter {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
  close(): Promise<void>
}
declare class DecompressionStream {
  constructor(format: 'deflate-raw' | 'gzip')
  readonly readable: { getReader(): ByteReader }
  readonly writable: { getWriter(): ByteWriter }
}
declare const crypto: {
  getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>
  randomUUID(): string
  readonly subtle: {
    digest(algorithm: 'SHA-256' | 'SHA-512', bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    importKey(
      format: 'raw',
      bytes: Uint8Array<ArrayBuffer>,
      algorithm: 'AES-GCM' | 'AES-CBC' | 'HKDF' | 'PBKDF2' | HmacParams,
      extractable: boolean,
      usages: readonly ('encrypt' | 'decrypt' | 'deriveBits' | 'sign')[],
    ): Promise<CryptoKey>
    sign(algorithm: 'HMAC', key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>
    deriveBits(
      algorithm: HkdfParams | Pbkdf2Params,
      key: CryptoKey,
      bits: number,
    ): Promise<ArrayBuffer>
    encrypt(
      algorithm: AesGcmParams | AesCbcParams,
      key: CryptoKey,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<ArrayBuffer>
    decrypt(
      algorithm: AesGcmParams | AesCbcParams,
      key: CryptoKey,
      bytes: Uint8Array<ArrayBuffer>,
    ): Promise<ArrayBuffer>
  }
}
/** A file as a data URL. */
declare module '*?url&inline' {
  const url: string
  export default url
}
