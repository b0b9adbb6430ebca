declare module 'qrcode/lib/core/bit-buffer' {
  /** The bits of a code as the drawing library collects them. */
  export default class BitBuffer {
    put(value: number, bits: number): void
  }
}
