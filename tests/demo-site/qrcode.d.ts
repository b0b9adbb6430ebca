// The package brings no types; these are the two calls the demo site makes.
declare module 'qrcode' {
  interface Options {
    readonly errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H'
    readonly margin?: number
    readonly scale?: number
  }
  interface QrCode {
    readonly modules: { readonly size: number; readonly data: Uint8Array }
  }
  const QRCode: {
    create(text: string, options?: Options): QrCode
    toBuffer(text: string, options?: Options): Promise<Uint8Array>
  }
  export default QRCode
}
