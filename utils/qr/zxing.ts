import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url&inline'
import { fromBase64 } from '@/utils/bytes/base64'
import { boxAround, type ReadCodes } from './code'
import { textOf } from './text-of'

const options: ReaderOptions = {
  formats: ['QRCodeModel2'],
  maxNumberOfSymbols: 0,
  textMode: 'Plain',
}

/** The smallest code has 21 modules; pictures without pixels make it fail. */
const minSide = 21

/**
 * The reader that is quick and good, ready for use. Its program comes with this module: under
 * connect-src 'none' it could be fetched from nowhere. Fails where there is no WebAssembly.
 */
export async function loadZxing(): Promise<ReadCodes> {
  const bytes = fromBase64(wasm.slice(wasm.indexOf(',') + 1))
  await prepareZXingModule({ overrides: { wasmBinary: bytes.buffer }, fireImmediately: true })
  return async (picture) => {
    if (Math.min(picture.width, picture.height) < minSide) return []
    const results = await readBarcodes({ ...picture, colorSpace: 'srgb' }, options)
    return results
      .filter(({ isValid }) => isValid)
      .map(({ bytes, hasECI, text, position, sequenceSize }) => ({
        text: hasECI ? text : textOf(bytes),
        box: boxAround(Object.values(position)),
        isPart: sequenceSize > 0,
      }))
  }
}
