/** Bytes that own their buffer, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>
