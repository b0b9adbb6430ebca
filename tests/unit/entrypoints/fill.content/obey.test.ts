import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Filler } from '@/entrypoints/fill.content/filler'
import { asked, obey } from '@/entrypoints/fill.content/obey'
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
const room = { least: 0, most: 6 }
const wanted = vi.fn<Filler['wanted']>(async () => ({ kind: 'unknown', room }))
const look = vi.fn()
const point = vi.fn<Filler['point']>(() => described)
const pointed = vi.fn<Filler['pointed']>(() => null)
const answer = vi.fn()

const filler: Filler = { wanted, write, point, pointed, look, know: () => {} }

const tell = (message: unknown, sender: { id?: string } = { id: 'ours' }) =>
  runtime.onMessage.addListener.mock.calls[0]?.[0](message, sender, answer)

beforeEach(() => {
  vi.clearAllMocks()
  vi.stubGlobal('chrome', { runtime })
  obey(filler)
})

const nobody = { prompt: null, room: null, home: true }

describe('asked', () => {
  it.each([true, false])('is what, how long, and whether it is at home: %s', async (home) => {
    const found = await asked(filler, home, { field: described })
    expect(found).toEqual({ prompt: 'unknown', room, home })
    expect(wanted).toHaveBeenCalledExactlyOnceWith(described, undefined)
    expect(write).not.toHaveBeenCalled()
  })

  it('is nothing where no code is asked for', async () => {
    wanted.mockResolvedValueOnce(null)
    expect(await asked(filler, true, { field: null })).toEqual(nobody)
  })

  it('is about a recovery code where one is to go there', async () => {
    await asked(filler, true, { field: null, recovery: true })
    expect(wanted).toHaveBeenCalledExactlyOnceWith(null, true)
  })
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

  it('has a recovery code written as one', () => {
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
    wanted.mockImplementationOnce(fail)
    expect(await asked(filler, true, { field: null })).toEqual(nobody)
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
