import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askForCode, isConnected, obey } from '@/entrypoints/fill.content/runtime'

type Listener = (message: unknown, sender: { id?: string }, answer: () => void) => boolean

const runtime = {
  id: 'ours' as string | undefined,
  sendMessage: vi.fn(),
  onMessage: { addListener: vi.fn<(listener: Listener) => void>() },
}
const write = vi.fn(async () => true)
const has = vi.fn(async () => true)
const again = vi.fn()
const answer = vi.fn()

const tell = (message: unknown, sender: { id?: string } = { id: 'ours' }) =>
  runtime.onMessage.addListener.mock.calls[0]?.[0](message, sender, answer)

beforeEach(() => {
  vi.clearAllMocks()
  runtime.id = 'ours'
  vi.stubGlobal('chrome', { runtime })
  obey({ has, write, again })
})

describe('obey', () => {
  it('writes, and answers when it is done', async () => {
    expect(tell({ type: 'content.write', code: '012345' })).toBe(true)
    expect(write).toHaveBeenCalledWith('012345')
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ filled: true }))
  })

  it('says whether there is a field, and is told no code for that', async () => {
    expect(tell({ type: 'content.find' })).toBe(true)
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ found: true }))
    expect(write).not.toHaveBeenCalled()
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('gone'))],
    [
      'throws',
      () => {
        throw new Error('gone')
      },
    ],
  ])('answers false where looking or writing %s', async (_, fail) => {
    has.mockImplementationOnce(fail)
    tell({ type: 'content.find' })
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith({ found: false }))
    write.mockImplementationOnce(fail)
    tell({ type: 'content.write', code: '012345' })
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith({ filled: false }))
  })

  it('looks again', () => {
    expect(tell({ type: 'content.again' })).toBe(false)
    expect(again).toHaveBeenCalledOnce()
  })

  it.each([
    [{ type: 'content.write' }, { id: 'ours' }],
    [{ type: 'content.write', code: 12345 }, { id: 'ours' }],
    [{ type: 'content.erase' }, { id: 'ours' }],
    ['content.again', { id: 'ours' }],
    [null, { id: 'ours' }],
    [{ type: 'content.write', code: '012345' }, { id: 'theirs' }],
    [{ type: 'content.write', code: '012345' }, {}],
    [{ type: 'content.again' }, { id: 'theirs' }],
  ])('ignores %j from %j', (message, sender) => {
    expect(tell(message, sender)).toBe(false)
    expect(write).not.toHaveBeenCalled()
    expect(again).not.toHaveBeenCalled()
  })
})

describe('askForCode', () => {
  it('carries nothing but its type and whether the last code still stands', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: { kind: 'locked' } })
    expect(await askForCode(false)).toEqual({ kind: 'locked' })
    expect(runtime.sendMessage).toHaveBeenCalledWith({ type: 'fill.request', holds: false })
  })

  it.each([undefined, { error: 'unexpected' }])(
    'takes the answer %j for nothing',
    async (reply) => {
      runtime.sendMessage.mockResolvedValue(reply)
      expect(await askForCode(false)).toEqual({ kind: 'nothing' })
    },
  )

  it('takes silence for nothing', async () => {
    runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection.'))
    expect(await askForCode(false)).toEqual({ kind: 'nothing' })
  })
})

describe('isConnected', () => {
  it('is false once the extension was reloaded under the page', () => {
    expect(isConnected()).toBe(true)
    runtime.id = undefined
    expect(isConnected()).toBe(false)
  })
})
