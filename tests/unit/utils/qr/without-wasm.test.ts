import { afterEach, expect, it, vi } from 'vitest'
import { black, drawCode, page, scribble, white } from './draw'

const uri = 'otpauth://totp/Acme:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=Acme'
const wasm = Object.getOwnPropertyDescriptor(globalThis, 'WebAssembly') ?? {}

/** The decoder as it starts where WebAssembly is something else, or missing. */
async function decoderWith(value: unknown) {
  if (value === undefined) Reflect.deleteProperty(globalThis, 'WebAssembly')
  else Object.defineProperty(globalThis, 'WebAssembly', { ...wasm, value })
  vi.resetModules()
  return (await import('@/utils/qr/decode')).decode
}

afterEach(() => {
  Object.defineProperty(globalThis, 'WebAssembly', wasm)
  vi.restoreAllMocks()
})

it.each([
  ['on a page of text', scribble(page(1280, 720)), { x: 700, y: 260 }],
  ['without a quiet zone on a dark page', page(700, 640, black), { x: 60, y: 70, quiet: 0 }],
  ['light on dark', page(700, 640, black), { x: 60, y: 70, dark: white, light: black }],
] as const)('without WebAssembly a code %s is read', async (_, picture, style) => {
  const decode = await decoderWith(undefined)
  expect(await decode(drawCode(picture, uri, style))).toEqual([uri])
})

it('without WebAssembly bytes in Latin-1 are text', async () => {
  const decode = await decoderWith(undefined)
  const bytes = Uint8Array.from('otpauth://totp/Café', (c) => c.charCodeAt(0))
  expect(await decode(drawCode(page(400, 400), bytes, { x: 20, y: 20 }))).toEqual([
    'otpauth://totp/Café',
  ])
})

it.each([0, 1, 2, 4, 8])(
  'without WebAssembly part %d of a longer text is not taken for the whole',
  async (index) => {
    const decode = await decoderWith(undefined)
    const style = { x: 20, y: 20, part: [index, 16], version: 9 } as const
    expect(await decode(drawCode(page(400, 400), uri, style))).toEqual([])
  },
)

it('WebAssembly that is forbidden is done without', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const instantiate = vi.fn(() => Promise.reject(new Error('refused by policy')))
  const decode = await decoderWith({ instantiate, RuntimeError: Error })
  expect(await decode(drawCode(page(400, 400), uri, { x: 20, y: 20 }))).toEqual([uri])
  expect(instantiate).toHaveBeenCalled()
})
