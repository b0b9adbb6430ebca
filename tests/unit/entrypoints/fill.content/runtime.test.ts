import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ask, hear, isConnected } from '@/entrypoints/fill.content/runtime'

type Listener = (message: unknown, sender: { id?: string }, answer: () => void) => boolean

const runtime = {
  id: 'ours' as string | undefined,
  sendMessage: vi.fn(),
  onMessage: { addListener: vi.fn<(listener: Listener) => void>() },
}

beforeEach(() => {
  vi.clearAllMocks()
  runtime.id = 'ours'
  vi.stubGlobal('chrome', { runtime })
})

describe('hear', () => {
  const obey = vi.fn<Parameters<typeof hear>[0]>()
  const answer = vi.fn()
  const tell = (message: unknown, sender: { id?: string } = { id: 'ours' }) =>
    runtime.onMessage.addListener.mock.calls[0]?.[0](message, sender, answer)

  beforeEach(() => {
    obey.mockReturnValue(true)
    hear(obey)
  })

  it('hands on what our own extension says, and whether it is answered', () => {
    expect(tell({ type: 'content.point' })).toBe(true)
    expect(obey).toHaveBeenCalledExactlyOnceWith({ type: 'content.point' }, answer)
  })

  it.each([
    ['content.point', { id: 'ours' }],
    [null, { id: 'ours' }],
    [{}, { id: 'ours' }],
    [{ type: 'content.point' }, { id: 'theirs' }],
    [{ type: 'content.point' }, {}],
  ])('ignores %j from %j', (message, sender) => {
    expect(tell(message, sender)).toBe(false)
    expect(obey).not.toHaveBeenCalled()
  })
})

describe('ask', () => {
  const question = { type: 'fill.request', holds: false, least: 0, most: 6 } as const

  it('hands on what is answered, and adds nothing to the question', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: { kind: 'locked' } })
    expect(await ask(question)).toEqual({ kind: 'locked' })
    expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith(question)
  })

  it.each([undefined, { error: 'unexpected' }])(
    'takes the answer %j for nothing',
    async (reply) => {
      runtime.sendMessage.mockResolvedValue(reply)
      expect(await ask(question)).toBeNull()
    },
  )

  it('takes silence for nothing', async () => {
    runtime.sendMessage.mockRejectedValue(new Error('Could not establish connection.'))
    expect(await ask(question)).toBeNull()
  })
})

describe('isConnected', () => {
  it('is false once the extension was reloaded under the page', () => {
    expect(isConnected()).toBe(true)
    runtime.id = undefined
    expect(isConnected()).toBe(false)
  })
})
