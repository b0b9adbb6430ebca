import { beforeEach, describe, expect, it, vi } from 'vitest'
import { sendErrand, sendRequest } from '@/utils/messages/send'

const sendMessage = vi.hoisted(() => vi.fn())
const set = vi.hoisted(() => vi.fn())
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { sendMessage }, storage: { session: { set } } },
}))

const request = { type: 'fill.here', tabId: 7, accountId: 'a', when: 'ask' } as const

beforeEach(() => {
  sendMessage.mockReset()
})

describe('sendRequest', () => {
  it('returns the response', async () => {
    sendMessage.mockResolvedValue({ ok: { kind: 'filled' } })
    expect(await sendRequest(request)).toEqual({ kind: 'filled' })
    expect(sendMessage).toHaveBeenCalledWith(request)
  })

  it('sends before it returns, for pages that close at once', () => {
    sendMessage.mockReturnValue(new Promise(() => {}))
    void sendRequest(request)
    expect(sendMessage).toHaveBeenCalledOnce()
  })

  it('throws what the background answered with', async () => {
    sendMessage.mockResolvedValue({ error: 'vault-locked' })
    await expect(sendRequest(request)).rejects.toMatchObject({ code: 'vault-locked' })
  })

  it('knows no other codes than those of the union', async () => {
    sendMessage.mockResolvedValue({ error: 'a novel' })
    await expect(sendRequest(request)).rejects.toMatchObject({ code: 'unexpected' })
  })

  it.each([undefined, null])('throws message-refused when the reply is %s', async (reply) => {
    sendMessage.mockResolvedValue(reply)
    await expect(sendRequest(request)).rejects.toMatchObject({ code: 'message-refused' })
  })

  it('throws message-refused when there is no background', async () => {
    sendMessage.mockRejectedValue(new Error('Could not establish connection.'))
    await expect(sendRequest(request)).rejects.toMatchObject({ code: 'message-refused' })
  })
})

describe('sendErrand', () => {
  const errand = { type: 'account.save', draft: 'sealed' } as const

  it('lays it down and sends it before it returns, under one id', () => {
    set.mockResolvedValue(undefined)
    sendMessage.mockReturnValue(new Promise(() => {}))
    void sendErrand(errand)
    const [[laid]] = set.mock.calls as [[Record<string, unknown>]]
    const [key = ''] = Object.keys(laid)
    expect(laid).toEqual({ [key]: errand })
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ ...errand, errand: key.split('.')[1] })
  })

  it('sends it where it cannot be laid down', async () => {
    set.mockRejectedValue(new Error('Session storage quota bytes exceeded.'))
    sendMessage.mockResolvedValue({ ok: { accountId: 'a' } })
    expect(await sendErrand(errand)).toEqual({ accountId: 'a' })
  })
})
