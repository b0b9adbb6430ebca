import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { decodeImage, decodePayloads } from '@/utils/platform/scan/decode-image'
import { readAhead } from '@/utils/platform/scan/qr-worker'
import type { ScanAhead, ScanAnswer } from '@/utils/platform/scan/worker-messages'

const image = new Blob(['picture'], { type: 'image/png' })
const reading = { payloads: ['a', 'b'], hasPart: false, hasCut: false }
const boxes = [{ box: [0, 0, 1, 1], isCut: false }] as const
const squares = [[0.1, 0.1, 0.2, 0.2]] as const
const bitmap = { width: 10, height: 10 }
const started: FakeWorker[] = []
let behave: (worker: FakeWorker) => void

class FakeWorker extends EventTarget {
  asked: unknown
  ended = false

  constructor(
    readonly url: URL,
    readonly options: WorkerOptions,
  ) {
    super()
    started.push(this)
  }

  postMessage(request: unknown): void {
    this.asked = request
    queueMicrotask(() => behave(this))
  }

  answer(data: ScanAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.ended = true
  }
}

beforeEach(() => {
  started.length = 0
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('createImageBitmap', async () => bitmap)
})
afterEach(() => vi.unstubAllGlobals())

describe('decodeImage', () => {
  it('gives the file itself and what is known of it to one worker and ends it', async () => {
    behave = (worker) => worker.answer({ reading })
    expect(await decodeImage(image, { boxes })).toEqual(reading)
    expect(started).toHaveLength(1)
    expect(started[0]).toMatchObject({
      asked: { image, boxes },
      options: { type: 'module' },
      ended: true,
    })
  })

  it('has the worker ready for a picture that is still being made', async () => {
    behave = (worker) => worker.answer({ reading })
    let show = (_: Blob) => {}
    const decoded = decodeImage(new Promise<Blob>((resolve) => (show = resolve)))
    await Promise.resolve()
    expect(started[0]?.asked).toBeUndefined()
    show(image)
    expect(await decoded).toEqual(reading)
  })

  it('ends the worker of a picture that could not be made', async () => {
    await expect(decodeImage(Promise.reject(new Error('no capture')))).rejects.toThrow('no capture')
    expect(started[0]?.ended).toBe(true)
  })

  describe('of a picture that is sent ahead', () => {
    const capture = Promise.resolve(image)
    const tells = (payload: string | null) => {
      behave = ({ asked }) => (asked as ScanAhead).soon.postMessage(payload)
    }

    it('asks about it without sending it again', async () => {
      tells(null)
      const ahead = readAhead(capture, squares)
      expect(await ahead.soon).toBeNull()
      expect(started[0]?.asked).toMatchObject({ ahead: bitmap, squares })
      behave = (asked) => asked.answer({ reading })
      expect(await decodeImage(capture, { boxes, ahead })).toEqual(reading)
      expect(started).toHaveLength(1)
      expect(started[0]).toMatchObject({ asked: { image: null, boxes }, ended: true })
    })

    it('is told soon what the squares say', async () => {
      tells('a')
      expect(await readAhead(capture, squares).soon).toBe('a')
    })

    it('waits for the squares no longer than half a second', async () => {
      vi.useFakeTimers()
      onTestFinished(() => void vi.useRealTimers())
      behave = () => {}
      const { soon } = readAhead(capture, squares)
      await vi.advanceTimersByTimeAsync(500)
      expect(await soon).toBeNull()
    })

    it('fails as the picture did, and sends nothing', async () => {
      const failed = Promise.reject(new Error('no capture'))
      const ahead = readAhead(failed, squares)
      await expect(ahead.soon).rejects.toThrow('no capture')
      await expect(decodeImage(failed, { ahead })).rejects.toThrow('no capture')
      expect(started[0]).toMatchObject({ asked: undefined, ended: true })
    })

    it.each([
      ['is none', () => vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no')))],
      ['finds no worker', () => started[0]?.dispatchEvent(new Event('error'))],
    ])('fails at once where it %s', async (_, breaks) => {
      behave = () => {}
      const made = capture.then((blob) => {
        breaks()
        return blob
      })
      const decoded = decodeImage(made, { ahead: readAhead(made, squares) })
      await expect(decoded).rejects.toMatchObject({ code: 'image-unreadable' })
      expect(started[0]?.ended).toBe(true)
    })
  })

  it.each([
    ['image-unreadable', (worker: FakeWorker) => worker.answer({ failed: 'image-unreadable' })],
    ['image-too-large', (worker: FakeWorker) => worker.answer({ failed: 'image-too-large' })],
    ['image-unreadable', (worker: FakeWorker) => worker.dispatchEvent(new Event('error'))],
    ['image-unreadable', (worker: FakeWorker) => worker.dispatchEvent(new Event('messageerror'))],
    ['scan-too-slow', () => {}],
  ])('fails with %s and ends the worker', async (code, behaviour) => {
    behave = behaviour
    await expect(decodeImage(image, { timeoutMs: 20 })).rejects.toMatchObject({ code })
    expect(started[0]?.ended).toBe(true)
  })

  it('leaves no timer behind', async () => {
    vi.useFakeTimers()
    behave = (worker) => worker.answer({ reading })
    await decodeImage(image)
    expect(vi.getTimerCount()).toBe(0)
    vi.useRealTimers()
  })
})

describe('decodePayloads', () => {
  it.each([
    ['payloads', reading],
    ['payloads beside a part of a longer text', { ...reading, hasPart: true }],
  ])('gives %s', async (_, read) => {
    behave = (worker) => worker.answer({ reading: read })
    expect(await decodePayloads(image)).toEqual(['a', 'b'])
  })

  it('says when a part of a longer text is all there is', async () => {
    behave = (worker) => worker.answer({ reading: { ...reading, payloads: [], hasPart: true } })
    await expect(decodePayloads(image)).rejects.toMatchObject({ code: 'qr-part' })
  })
})
