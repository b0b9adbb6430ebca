// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { FillDecision } from '@/utils/messages/contract'
import {
  all,
  ask,
  bed,
  bring,
  code,
  codeOf,
  find,
  inputs,
  isConnected,
  makeBed,
  settled,
  start,
  trusted,
  unused,
  userTypes,
  value,
  wait,
} from './filler-bed'

/** For machines that have other work. */
const slow = { timeout: 5_000 }

/** What a field takes that sets no limit. */
const anyCode = { least: 0, most: 1_000 }

makeBed()

describe('createFiller: on arrival', () => {
  it('asks once and writes the code', async () => {
    start()
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('012345')
  })

  // Boxes may come one by one: a code that was made for the first four would be lost.
  it.each([
    ['one that sets no limit', '<input>', anyCode],
    ['one of four', '<input maxlength="4">', { least: 0, most: 4 }],
    ['four boxes', '<input maxlength="1">'.repeat(4), { least: 4, most: 4 }],
  ])('says how long the codes of its field are: %s', async (_, body, room) => {
    document.body.innerHTML = body
    start()
    await settled()
    expect(ask).toHaveBeenCalledExactlyOnceWith(false, room)
  })

  it('asks again when there are more boxes than those that no code was for', async () => {
    ask.mockResolvedValueOnce({ kind: 'nothing' })
    document.body.innerHTML = '<input maxlength="1">'.repeat(5)
    start()
    await settled()
    document.body.insertAdjacentHTML('beforeend', '<input maxlength="1">')
    await vi.waitFor(() => expect(all()).toBe('012345'), slow)
  })

  it('asks for nothing where there is no code field', async () => {
    document.body.innerHTML = '<p>Welcome</p>'
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
  })

  it('fills a field that appears late', async () => {
    document.body.innerHTML = ''
    start()
    document.body.append(document.createElement('input'))
    await settled()
    expect(value()).toBe('012345')
  })

  it('does not ask while the page is hidden, and asks when it is shown', async () => {
    bed.hidden = true
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    bed.hidden = false
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(value()).toBe('012345')
  })

  it.each(['___ ___', '__-__-__', ' '])('fills a field that shows the mask %j', async (mask) => {
    document.body.innerHTML = `<input value="${mask}">`
    start()
    await settled()
    expect(ask).toHaveBeenCalledExactlyOnceWith(false, anyCode)
    expect(value()).toBe('012345')
  })

  it('never overwrites what the user typed', async () => {
    document.body.innerHTML = '<input value="1">'
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    expect(value()).toBe('1')
  })

  it('never overwrites what the user typed while the background was asked', async () => {
    ask.mockImplementation(async () => {
      await wait(20)
      for (const input of inputs()) input.value = '9'
      return code
    })
    start()
    await settled()
    expect(value()).toBe('9')
  })

  it('writes nothing when the page was hidden meanwhile', async () => {
    ask.mockImplementation(async () => {
      bed.hidden = true
      return code
    })
    start()
    await settled()
    expect(value()).toBe('')
  })

  it('fills an element once, also when it is emptied', async () => {
    const filler = start()
    await settled()
    for (const input of inputs()) input.value = ''
    userTypes()
    filler.again()
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('')
  })

  it.each([
    ['one input', '<input>', '543210'],
    ['boxes', '<input maxlength="1">'.repeat(6), '543210'],
  ])('a newer code replaces the one that it put into %s when told', async (_, body, newer) => {
    document.body.innerHTML = body
    const filler = start()
    await vi.waitFor(() => expect(all()).toBe('012345'), slow)
    ask.mockResolvedValue(codeOf(newer))
    // What is left of a fill comes after its last digit.
    await settled()
    filler.again()
    await vi.waitFor(() => expect(all()).toBe(newer), slow)
  })

  it('leaves its code where it is told and the background, which knows of it, has no newer', async () => {
    const filler = start()
    await settled()
    expect(ask).toHaveBeenLastCalledWith(false, anyCode)
    ask.mockResolvedValue({ kind: 'nothing' })
    const heard = vi.fn()
    document.addEventListener('input', heard)
    filler.again()
    await settled()
    document.removeEventListener('input', heard)
    expect(ask).toHaveBeenLastCalledWith(true, anyCode)
    expect(heard).not.toHaveBeenCalled()
  })

  it.each([
    ['another value', '99', false],
    ['the same value, typed anew', '012345', true],
  ])('leaves what the user made of its code: %s', async (_, typed, trusted) => {
    const filler = start()
    await settled()
    const [input] = inputs()
    if (input === undefined) throw new Error('no input')
    input.value = typed
    const event = new InputEvent('input', { bubbles: true, composed: true })
    Object.defineProperty(event, 'isTrusted', { value: trusted })
    input.dispatchEvent(event)
    ask.mockResolvedValue(codeOf('543210'))
    filler.again()
    await settled()
    expect(value()).toBe(typed)
  })

  it('replaces its code only when told, not when the page changes', async () => {
    start()
    await settled()
    ask.mockResolvedValue(codeOf('543210'))
    userTypes()
    document.body.append(document.createElement('p'))
    await settled()
    expect(value()).toBe('012345')
  })

  describe('a code whose time is over', () => {
    const short = codeOf('012345', false, 300)
    const filled = async () => {
      ask.mockResolvedValue(short)
      const filler = start()
      await settled()
      expect(value()).toBe('012345')
      ask.mockResolvedValue(codeOf('543210'))
      return filler
    }

    it('gives way to the next one when the user does something in the page, not before', async () => {
      await filled()
      userTypes()
      await wait(400)
      expect(ask).toHaveBeenCalledOnce()
      userTypes()
      await settled()
      expect(ask).toHaveBeenLastCalledWith(true, anyCode)
      expect(value()).toBe('543210')
    })

    it('stays when only the page did something', async () => {
      await filled()
      await wait(300)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
      document.body.append(document.createElement('p'))
      await settled()
      expect(ask).toHaveBeenCalledOnce()
      expect(value()).toBe('012345')
    })

    it.each<readonly [string, string | undefined, () => void]>([
      [
        'typed',
        '012345',
        () => inputs()[0]?.dispatchEvent(trusted(new InputEvent('input', { bubbles: true }))),
      ],
      [
        'emptied',
        '',
        () => {
          for (const input of inputs()) input.value = ''
        },
      ],
    ])('is the user’s where it was %s by then', async (_, left, meanwhile) => {
      await filled()
      meanwhile()
      await wait(300)
      userTypes()
      await settled()
      expect(ask).toHaveBeenCalledOnce()
      expect(value()).toBe(left)
    })

    it('is asked for once where there is none', async () => {
      await filled()
      ask.mockResolvedValue({ kind: 'nothing' })
      await wait(300)
      userTypes()
      await settled()
      userTypes()
      await settled()
      expect(ask).toHaveBeenCalledTimes(2)
      expect(value()).toBe('012345')
    })

    it('waits for its turn', async () => {
      await filled()
      ask.mockResolvedValueOnce({ kind: 'wait', forMs: 300 })
      await wait(300)
      userTypes()
      await settled()
      expect(value()).toBe('012345')
      await vi.waitFor(() => expect(value()).toBe('543210'), slow)
    })
  })

  it.each([
    ['the field beside it', '<form><input id="user"><input id="code"></form>', 'user'],
    [
      'itself, from one of another form',
      '<form><input id="user"></form><form><input id="code"></form>',
      'code',
    ],
  ])('leaves the focus to %s', async (_, body, focused) => {
    document.body.innerHTML = body
    const code = document.querySelector<HTMLInputElement>('#code')
    find.mockImplementation(() => (code ? { kind: 'unknown', inputs: [code] } : null))
    document.querySelector<HTMLInputElement>('#user')?.focus()
    start()
    await settled()
    expect(code?.value).toBe('012345')
    expect(document.activeElement?.id).toBe(focused)
  })

  it('leaves a code that the user asked for', async () => {
    const filler = start()
    await settled()
    await filler.write('111111', null, false)
    filler.again()
    await settled()
    expect(value()).toBe('111111')
  })

  it('asks for a field out of view only when it comes into view', async () => {
    bed.inView = false
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    bed.inView = true
    bed.onSeen?.()
    await settled()
    expect(value()).toBe('012345')
    expect(bring).not.toHaveBeenCalled()
  })

  it('writes nothing into a field that left the view meanwhile', async () => {
    ask.mockImplementation(async () => {
      bed.inView = false
      return code
    })
    start()
    await settled()
    expect(value()).toBe('')
  })

  it('awaits nothing once the field is gone', async () => {
    bed.inView = false
    start()
    await settled()
    expect(bed.onSeen).not.toBeNull()
    document.body.innerHTML = ''
    await settled()
    expect(bed.onSeen).toBeNull()
  })

  it('does not feed codes to a page that draws the prompt anew by itself, as if it were the user', async () => {
    start()
    await settled()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }))
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    document.body.innerHTML = '<input>'
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('')
  })

  it.each([
    ['a key', new KeyboardEvent('keydown', { bubbles: true })],
    ['a pointer', new Event('pointerdown', { bubbles: true })],
  ])('fills the prompt of the next log-in, which the user went to by %s', async (_, event) => {
    start()
    await settled()
    document.body.dispatchEvent(trusted(event))
    document.body.innerHTML = '<input>'
    await settled()
    expect(value()).toBe('012345')
  })

  it('asks again when it was told to wait, and fills then', async () => {
    ask.mockResolvedValueOnce({ kind: 'wait', forMs: 900 })
    start()
    await settled()
    document.body.append(document.createElement('p'))
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('')
    await wait(900)
    expect(ask).toHaveBeenCalledTimes(2)
    expect(value()).toBe('012345')
  })

  it.each<readonly [string, () => void]>([
    ['the field is gone', () => document.body.replaceChildren()],
    ['the user typed', () => inputs()[0]?.setAttribute('value', '9')],
    [
      'the page is hidden',
      () => {
        bed.hidden = true
      },
    ],
  ])('does not ask again after a wait when %s', async (_, meanwhile) => {
    ask.mockResolvedValueOnce({ kind: 'wait', forMs: 200 })
    start()
    await settled()
    meanwhile()
    await wait(250)
    expect(ask).toHaveBeenCalledOnce()
  })

  it('after a wait also replaces its code of an old secret', async () => {
    const filler = start()
    await settled()
    ask.mockResolvedValueOnce({ kind: 'wait', forMs: 100 })
    ask.mockResolvedValueOnce(codeOf('543210'))
    filler.again()
    await wait(400)
    expect(value()).toBe('543210')
  })

  it.each<readonly [string, () => void]>([
    [
      'the page was hidden',
      () => {
        bed.hidden = true
      },
    ],
    [
      'the field left the view',
      () => {
        bed.inView = false
      },
    ],
    ['the field is gone', () => document.body.replaceChildren()],
  ])('says that the code was not typed when %s meanwhile', async (_, meanwhile) => {
    ask.mockImplementationOnce(async () => {
      meanwhile()
      return code
    })
    start()
    await settled()
    expect(unused).toHaveBeenCalledOnce()
  })

  it('says no such thing of a code that was typed', async () => {
    start()
    await settled()
    expect(unused).not.toHaveBeenCalled()
  })

  it('asks nothing more where it was refused, unless something may be different', async () => {
    ask.mockResolvedValue({ kind: 'refused' })
    start()
    await settled()
    document.body.append(document.createElement('p'))
    await settled()
    expect(ask).toHaveBeenCalledOnce()
  })

  it.each<[string, FillDecision | null]>([
    ['locked', { kind: 'locked' }],
    ['choose', { kind: 'choose' }],
    ['nothing', { kind: 'nothing' }],
    ['no answer', null],
  ])('after %s asks again only when something may be different', async (_, decision) => {
    ask.mockResolvedValue(decision)
    const filler = start()
    await settled()
    document.body.append(document.createElement('p'))
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('')
    ask.mockResolvedValue(code)
    filler.again()
    await settled()
    expect(value()).toBe('012345')
  })

  it('looks again after being told so in the middle of a question', async () => {
    let unlock = () => {}
    ask.mockImplementationOnce(async () => {
      await new Promise<void>((resolve) => {
        unlock = resolve
      })
      return { kind: 'locked' }
    })
    const filler = start()
    await wait(20)
    filler.again()
    unlock()
    await settled()
    expect(value()).toBe('012345')
  })

  it('falls silent once the extension is gone', async () => {
    isConnected.mockReturnValue(false)
    start()
    document.body.append(document.createElement('input'))
    await settled()
    expect(ask).not.toHaveBeenCalled()
  })

  it('leaves no mark in the document', async () => {
    start()
    await settled()
    expect(document.documentElement.outerHTML).toBe(
      '<html><head></head><body><input></body></html>',
    )
  })
})
