import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openCamera } from '@/utils/platform/camera'

const reading = { payloads: ['a'], hasPart: false, hasCut: false }
const workers: FakeWorker[] = []

class FakeWorker extends EventTarget {
  readonly asked: unknown[] = []
  readonly terminate = vi.fn()

  constructor() {
    super()
    workers.push(this)
  }

  postMessage(request: unknown, transfer: readonly unknown[]): void {
    this.asked.push([request, transfer])
    queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data: { reading } })))
  }
}

class FakeTrack extends EventTarget {
  readonly stop = vi.fn()

  constructor(readonly facingMode?: string) {
    super()
  }

  getSettings() {
    return { facingMode: this.facingMode }
  }
}

const frame = { frame: true }
const video = { readyState: 4 } as HTMLVideoElement
const getUserMedia = vi.fn()

function giveTrack(track: FakeTrack): FakeTrack {
  getUserMedia.mockResolvedValue({ getVideoTracks: () => [track], getTracks: () => [track] })
  return track
}

beforeEach(() => {
  workers.length = 0
  vi.stubGlobal('Worker', FakeWorker)
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia } })
  vi.stubGlobal('createImageBitmap', async () => frame)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  getUserMedia.mockReset()
})

test.each([
  ['NotFoundError', 'camera-missing'],
  ['OverconstrainedError', 'camera-missing'],
  ['NotAllowedError', 'camera-refused'],
  ['SecurityError', 'camera-refused'],
  ['NotReadableError', 'camera-busy'],
  ['AbortError', 'camera-busy'],
  ['TypeError', 'unexpected'],
])('%s of the browser is %s, and no worker is started', async (name, code) => {
  getUserMedia.mockRejectedValue(new DOMException('no', name))
  await expect(openCamera()).rejects.toMatchObject({ code })
  expect(workers).toEqual([])
})

test('a browser that knows no cameras has none', async () => {
  vi.stubGlobal('navigator', {})
  await expect(openCamera()).rejects.toMatchObject({ code: 'camera-missing' })
})

test('only the picture is asked for, never the sound', async () => {
  giveTrack(new FakeTrack())
  await openCamera()
  expect(getUserMedia.mock.lastCall?.[0]).toMatchObject({ audio: false })
})

test.each([
  ['user', true],
  [undefined, true],
  ['environment', false],
])('a camera that looks at %s is a mirror: %s', async (facingMode, isMirrored) => {
  giveTrack(new FakeTrack(facingMode))
  expect((await openCamera()).isMirrored).toBe(isMirrored)
})

test('one worker reads every frame, four a second at most, and is given them for good', async () => {
  vi.useFakeTimers()
  giveTrack(new FakeTrack())
  const camera = await openCamera()
  const times: number[] = []
  const looked = (async () => {
    for (let look = 0; look < 5; look += 1) {
      expect(await camera.look(video)).toEqual(reading)
      times.push(performance.now())
    }
  })()
  await vi.runAllTimersAsync()
  await looked
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0))
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(250)
  expect(workers).toHaveLength(1)
  expect(workers[0]?.asked).toEqual(
    Array.from({ length: 5 }, () => [{ image: frame, boxes: null, frame: null }, [frame]]),
  )
})

test('before its first frame there is nothing to read', async () => {
  giveTrack(new FakeTrack())
  const camera = await openCamera()
  expect((await camera.look({ readyState: 1 } as HTMLVideoElement)).payloads).toEqual([])
  expect(workers[0]?.asked).toEqual([])
})

test('closing switches the camera off and ends the worker; losing it is told', async () => {
  const track = giveTrack(new FakeTrack())
  const camera = await openCamera()
  const told = vi.fn()
  camera.onLost(told)
  track.dispatchEvent(new Event('ended'))
  expect(told).toHaveBeenCalledOnce()
  camera.close()
  expect(track.stop).toHaveBeenCalledOnce()
  expect(workers[0]?.terminate).toHaveBeenCalledOnce()
})
