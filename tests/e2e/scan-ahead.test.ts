import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encode } from '@/utils/qr/encode'
import type { Box } from '@/utils/qr/picture'
import { type App, browsers, launch, type Page } from '../driver'
import { buildFor } from '../driver/profile'
import { uriOf } from './scan-bed'

// The worker that reads codes, of the shipped build in a real browser: what stands in squares is
// told before all of the picture is read.

const view = { width: 1000, height: 600 }
/** Pixels of a module. */
const module = 4

/** A code on the picture, and where its upper left corner is. */
interface Drawn {
  readonly rows: readonly (readonly boolean[])[]
  readonly left: number
  readonly top: number
}

const drawn = (text: string, left: number, top: number): Drawn => ({
  rows: encode(text) ?? [],
  left,
  top,
})
const squareOf = ({ rows, left, top }: Drawn): Box => [
  left / view.width,
  top / view.height,
  (rows.length * module) / view.width,
  (rows.length * module) / view.height,
]
const ada = drawn(uriOf('ada'), 100, 60)
const bob = drawn(uriOf('bob'), 600, 300)
const web = drawn('https://example.org/', 350, 60)
const nowhere: Box = [-3, 0.1, 0.2, 0.2]

describe.each(browsers)('in %s, the worker', (browser) => {
  let app: App
  let page: Page
  let worker: string

  beforeAll(async () => {
    app = await launch(browser)
    page = await app.openManage()
    const files = readdirSync(path.join(buildFor(browser), 'assets')).filter((file) =>
      /^qr\.worker-.*\.js$/.test(file),
    )
    expect(files).toHaveLength(1)
    worker = `/assets/${files[0]}`
  })
  afterAll(() => app?.close())

  const read = (codes: readonly Drawn[], squares: readonly Box[]) =>
    page.evaluate(readInWorker, worker, { view, module, codes, squares })

  test.each([
    ['the one account', [ada, web], [ada, web].map(squareOf), uriOf('ada')],
    [
      'the one account, though a square is out of view',
      [ada],
      [nowhere, squareOf(ada)],
      uriOf('ada'),
    ],
    ['none of two accounts', [ada, bob], [ada, bob].map(squareOf), null],
    ['nothing where there is a link', [web], [squareOf(web)], null],
    ['nothing of what stands in no square', [ada, web], [squareOf(web)], null],
  ] as const)('tells %s first, then all', async (_, codes, squares, soon) => {
    const told = await read(codes, squares)
    expect(told.map(({ from }) => from)).toEqual(['soon', 'all'])
    expect(told[0]?.said).toEqual(soon)
    const texts = new Map<Drawn, string>([
      [ada, uriOf('ada')],
      [bob, uriOf('bob')],
      [web, 'https://example.org/'],
    ])
    expect(told[1]?.said).toMatchObject({
      reading: { payloads: codes.map((code) => texts.get(code)) },
    })
  })

  test('says so where nothing was sent ahead', async () => {
    expect(await page.evaluate(askWorker, worker)).toEqual({ failed: 'unexpected' })
  })
})

interface Scene {
  readonly view: { readonly width: number; readonly height: number }
  readonly module: number
  readonly codes: readonly Drawn[]
  readonly squares: readonly Box[]
}

/** Sends the picture ahead and, once something was told, asks about it; what was told, in order. */
async function readInWorker(url: string, { view: size, module: side, codes, squares }: Scene) {
  const canvas = new OffscreenCanvas(size.width, size.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = 'white'
  context.fillRect(0, 0, size.width, size.height)
  context.fillStyle = 'black'
  for (const { rows, left, top } of codes) {
    rows.forEach((row, y) => {
      row.forEach((isDark, x) => {
        if (isDark) context.fillRect(left + x * side, top + y * side, side, side)
      })
    })
  }
  const told: { readonly from: string; readonly said: unknown }[] = []
  const { port1, port2 } = new MessageChannel()
  const worker = new Worker(url, { type: 'module' })
  try {
    const soon = new Promise<void>((resolve) => {
      port1.onmessage = ({ data }) => resolve(void told.push({ from: 'soon', said: data }))
    })
    const all = new Promise<void>((resolve) => {
      worker.onmessage = ({ data }) => resolve(void told.push({ from: 'all', said: data }))
    })
    const ahead = canvas.transferToImageBitmap()
    worker.postMessage({ ahead, squares, soon: port2 }, [ahead, port2])
    // Not asked for. Whoever asks waits for it: what comes through two ports comes in any order.
    await soon
    worker.postMessage({ image: null, boxes: null, frame: null })
    await all
    return told
  } finally {
    worker.terminate()
    port1.close()
  }
}

/** Asks a fresh worker about a picture that it never got. */
async function askWorker(url: string): Promise<unknown> {
  const worker = new Worker(url, { type: 'module' })
  try {
    return await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.postMessage({ image: null, boxes: null, frame: null })
    })
  } finally {
    worker.terminate()
  }
}
