import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Filler } from '@/entrypoints/fill.content/filler'
import { obey } from '@/entrypoints/fill.content/obey'
import type { FieldDescription } from '@/utils/fields/describe'

type Listener = (message: unknown, sender: { id?: string }, answer: () => void) => boolean

const runtime = {
  id: 'ours',
  onMessage: { addListener: vi.fn<(listener: Listener) => void>() },
}
const described: FieldDescription = {
  type: 'text',
  name: 'pass',
  id: '',
  autocomplete: '',
  inputMode: '',
  placeholder: '',
  label: '',
  maxLength: null,
  path: '/login',
  inForm: true,
  place: 0,
  among: 1,
  boxes: 1,
}
const write = vi.fn<Filler['write']>(async () => true)
const kind = vi.fn<Filler['kind']>(async () => 'unknown')
const look = vi.fn()
const point = vi.fn<Filler['point']>(() => described)
const pointed = vi.fn<Filler['pointed']>(() => null)
const answer = vi.fn()

const tell = (message: unknown, sender: { id?: string } = { id: 'ours' }) =>
  runtime.onMessage.addListener.mock.calls[0]?.[0](message, sender, answer)

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('chrome', { runtime })
  obey({ kind, write, point, pointed, look, know: () => {} }, true)
})

describe('obey', () => {
  it('writes, and answers when it is done, with the field that was pointed out', async () => {
    pointed.mockReturnValueOnce(described)
    expect(tell({ type: 'content.write', code: '012345', field: null, submit: true })).toBe(true)
    expect(write).toHaveBeenCalledWith('012345', null, true, undefined)
    await vi.waitFor(() =>
      expect(answer).toHaveBeenCalledWith({ filled: true, pointed: described }),
    )
  })

  it('says what is asked for, and is told no code for that', async () => {
    expect(tell({ type: 'content.find', field: described, length: 6 })).toBe(true)
    expect(kind).toHaveBeenCalledWith(described, undefined, 6)
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ prompt: 'unknown', home: true }))
    expect(write).not.toHaveBeenCalled()
  })

  it('says in a foreign page that it is not at home', async () => {
    obey({ kind, write, point, pointed, look, know: () => {} }, false)
    const [foreign] = runtime.onMessage.addListener.mock.lastCall ?? []
    foreign?.({ type: 'content.find', field: null }, { id: 'ours' }, answer)
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ prompt: 'unknown', home: false }))
  })

  it('has a recovery code looked for and written as one', async () => {
    tell({ type: 'content.find', field: null, recovery: true })
    expect(kind).toHaveBeenCalledWith(null, true, undefined)
    tell({ type: 'content.write', code: 'ab-12', field: null, submit: false, recovery: true })
    expect(write).toHaveBeenCalledWith('ab-12', null, false, true)
  })

  it('takes the field that has the focus for the code field', async () => {
    expect(tell({ type: 'content.point' })).toBe(true)
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith({ pointed: described }))
  })

  it.each([
    ['rejects', () => Promise.reject(new Error('gone'))],
    [
      'throws',
      () => {
        throw new Error('gone')
      },
    ],
  ])('answers that there is nothing where looking, pointing or writing %s', async (_, fail) => {
    kind.mockImplementationOnce(fail)
    tell({ type: 'content.find', field: null })
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith({ prompt: null, home: true }))
    write.mockImplementationOnce(fail)
    tell({ type: 'content.write', code: '012345', field: null, submit: false })
    const nothing = { filled: false, pointed: null }
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith(nothing))
    point.mockImplementationOnce(() => {
      throw new Error('gone')
    })
    tell({ type: 'content.point' })
    await vi.waitFor(() => expect(answer).toHaveBeenLastCalledWith({ pointed: null }))
  })

  it.each([
    [{ type: 'content.write' }, { id: 'ours' }],
    [{ type: 'content.write', code: 12345 }, { id: 'ours' }],
    [{ type: 'content.erase' }, { id: 'ours' }],
    [{ type: 'content.write', code: '012345' }, { id: 'theirs' }],
    [{ type: 'content.write', code: '012345' }, {}],
  ])('ignores %j from %j', (message, sender) => {
    expect(tell(message, sender)).toBe(false)
    expect(write).not.toHaveBeenCalled()
    expect(look).not.toHaveBeenCalled()
  })
})
