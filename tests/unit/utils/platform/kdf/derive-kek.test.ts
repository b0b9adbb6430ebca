import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deriveKek } from '@/utils/platform/kdf/derive-kek'
import type { KdfAnswer } from '@/utils/platform/kdf/worker-messages'
import { codeOf } from '../../vault/error-code'

const kdf = { name: 'argon2id', version: 19, m: 65_536, t: 3, p: 1, salt: '' } as const
const kek = new Uint8Array(32).fill(7)
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

  answer(data: KdfAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }

  terminate(): void {
    this.ended = true
  }
}

beforeEach(() => {
  started.length = 0
  vi.stubGlobal('Worker', FakeWorker)
})
afterEach(() => vi.unstubAllGlobals())

describe('deriveKek', () => {
  it('asks one worker for one key and ends it', async () => {
    behave = (worker) => worker.answer({ kek })
    expect(await deriveKek('a password', kdf)).toEqual(kek)
    expect(started).toHaveLength(1)
    expect(started[0]).toMatchObject({
      asked: { masterPassword: 'a password', kdf },
      options: { type: 'module' },
      ended: true,
    })
  })

  it.each([
    ['had no memory', (worker: FakeWorker) => worker.answer({ failed: true })],
    ['did not start', (worker: FakeWorker) => worker.dispatchEvent(new Event('error'))],
    ['answered nonsense', (worker: FakeWorker) => worker.dispatchEvent(new Event('messageerror'))],
  ])('fails with a code if the worker %s, and ends it', async (_, behaviour) => {
    behave = behaviour
    expect(await codeOf(() => deriveKek('a password', kdf))).toBe('kdf-failed')
    expect(started[0]?.ended).toBe(true)
  })
})
