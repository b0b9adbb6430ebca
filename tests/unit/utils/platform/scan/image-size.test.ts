import { hex } from '@scure/base'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { imageSize } from '@/utils/platform/scan/image-size'

/** The first bytes of real files of 300 by 200 pixels (the PNG of 70,000 by 3). */
const heads = {
  PNG: '89504e470d0a1a0a0000000d49484452000111700000000308020000',
  'a baseline JPEG':
    'ffd8ffe000104a46494600010100000100010000ffdb0004aabbffc0001108 00c8 012c 03012200021101031101',
  'a progressive JPEG with padding': 'ffd8ffe00004ababffffffc20011080 0c8012c03012200021101031101',
  GIF: '4749463839612c01c800f70000',
  'a lossy WebP': '52494646240000005745425056503820180000003001009d012a2c01c800',
  'a lossless WebP': '524946461a000000574542505650384c0d0000002f2bc13100',
  'an extended WebP': '524946461a0000005745425056503858 0a000000 10000000 2b0100 c70000',
  BMP: '424d36be0200000000003600000028000000 2c010000 38ffffff 0100',
}

const bytesOf = (head: string) => hex.decode(head.replaceAll(' ', ''))

it.each(Object.entries(heads))('the size of %s is read from its head', (name, head) => {
  const expected = name === 'PNG' ? { width: 70_000, height: 3 } : { width: 300, height: 200 }
  expect(imageSize(bytesOf(head))).toEqual(expected)
})

it.each([
  ['nothing', ''],
  ['text', '68656c6c6f20776f726c64'],
  ['a PNG that stops', '89504e470d0a1a0a0000000d'],
  ['a JPEG without a frame', 'ffd8ffe000104a46494600010100000100010000ffda'],
  ['a JPEG whose segments run out of the file', 'ffd8ffe0ffff'],
])('%s has no size', (_, head) => {
  expect(imageSize(bytesOf(head))).toBeNull()
})

it('any bytes end in a size or in none', () => {
  const magics = Object.values(heads).map((head) => bytesOf(head).slice(0, 16))
  const file = fc.tuple(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 64 }))
  fc.assert(
    fc.property(file, ([magic, rest]) => {
      expect(() => imageSize(Uint8Array.of(...magic, ...rest))).not.toThrow()
    }),
  )
})
