// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import {
  ask,
  bed,
  bring,
  code,
  codeOf,
  find,
  focused,
  inject,
  inputs,
  isConnected,
  makeBed,
  pointed,
  settled,
  start,
  submit,
  trusted,
  typed,
  userTypes,
  value,
} from './filler-bed'

makeBed()

describe('createFiller: on the user’s wish, where it does not watch', () => {
  it('writes and is done: asks nothing, whatever happens in the page', async () => {
    const filler = inject()
    expect(await filler.wanted(null)).toMatchObject({ kind: 'unknown' })
    expect(await filler.write('543210', null, false)).toBe(true)
    document.body.innerHTML = '<input>'
    userTypes()
    inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))
    document.dispatchEvent(new Event('visibilitychange'))
    filler.again()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    expect(value()).toBe('')
  })

  it.each([
    ['a field that sets no limit', '<input>', 0, 1_000],
    ['a field for eight', '<input maxlength="8">', 0, 8],
    ['six boxes', '<input maxlength="1">'.repeat(6), 6, 6],
  ])('says how long a code may be: %s', async (_, body, least, most) => {
    document.body.innerHTML = body
    expect(await inject().wanted(null)).toEqual({ kind: 'unknown', room: { least, most } })
  })

  it('observes nothing and listens to nothing, shadow roots neither', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe')
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener')
    document.body.append(document.createElement('x-host'))
    document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    await inject().wanted(null)
    expect(observe).not.toHaveBeenCalled()
    expect(listen).not.toHaveBeenCalled()
  })

  it('begins to watch when the site is allowed later', async () => {
    const filler = inject()
    await filler.write('543210', null, false)
    document.body.innerHTML = '<input>'
    filler.watch()
    userTypes()
    document.body.append(document.createElement('p'))
    await settled()
    expect(value()).toBe('012345')
  })

  it('fills on arrival when the site is allowed and nothing was filled before', async () => {
    const filler = inject()
    filler.watch()
    filler.watch()
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('012345')
  })
})

describe('createFiller: on the user’s wish', () => {
  it('writes over what is there and says so', async () => {
    ask.mockResolvedValue({ kind: 'nothing' })
    document.body.innerHTML = '<input value="999999">'
    const filler = start()
    expect(await filler.wanted(null)).toMatchObject({ kind: 'unknown' })
    expect(value()).toBe('999999')
    expect(await filler.write('543210', null, false)).toBe(true)
    expect(value()).toBe('543210')
  })

  it('scrolls to the field, and writes only where that brings it into view', async () => {
    bed.inView = false
    const filler = inject()
    expect(await filler.write('543210', null, false)).toBe(false)
    expect(value()).toBe('')
    bring.mockImplementation(() => {
      bed.inView = true
    })
    expect(await filler.write('543210', null, false)).toBe(true)
    expect(value()).toBe('543210')
  })

  it('says when there is no field', async () => {
    document.body.innerHTML = ''
    expect(await start().wanted(null)).toBeNull()
    expect(await start().write('543210', null, false)).toBe(false)
  })

  it('does not write into the field again on arrival', async () => {
    ask.mockResolvedValue({ kind: 'nothing' })
    const filler = start()
    await filler.write('543210', null, false)
    for (const input of inputs()) input.value = ''
    ask.mockResolvedValue(code)
    userTypes()
    filler.again()
    await settled()
    expect(value()).toBe('')
  })
})

describe('createFiller: after a fill that the user asked for', () => {
  it('feeds no code to a page that draws the prompt anew by itself', async () => {
    ask.mockResolvedValue({ kind: 'nothing' })
    const filler = start()
    await settled()
    await filler.write('543210', null, false)
    ask.mockReset().mockResolvedValue(code)
    document.body.innerHTML = '<input>'
    await settled()
    expect(ask).not.toHaveBeenCalled()
    expect(value()).toBe('')
  })
})

describe('createFiller: with what the background knows', () => {
  const described = { name: 'pass' } as never

  it('looks for the field that was pointed out, and asks for it before it looks', async () => {
    pointed.mockResolvedValue(described)
    start()
    await settled()
    expect(find.mock.calls[0]?.[1]).toBe(described)
    expect(pointed).toHaveBeenCalledOnce()
  })

  it.each([
    ['asks nobody where it came along that there is none', null, 0],
    ['asks where nobody could tell when it came', undefined, 1],
  ])('%s', async (_, said, times) => {
    const filler = inject()
    filler.know(said)
    filler.look('changed')
    await settled()
    expect(pointed).toHaveBeenCalledTimes(times)
    expect(value()).toBe('012345')
  })

  it('asks for it again when told that something is different: it may have been locked', async () => {
    const filler = start()
    await settled()
    pointed.mockClear()
    filler.again()
    await settled()
    expect(pointed).toHaveBeenCalledOnce()
  })

  it('asks for it again when the page is shown again, until it is known', async () => {
    start()
    await settled()
    pointed.mockClear()
    pointed.mockResolvedValue(described)
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(pointed).toHaveBeenCalledOnce()
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
    expect(pointed).toHaveBeenCalledOnce()
  })

  it('has what was pointed out in this document outrank what is remembered', async () => {
    const here = { name: 'here' } as never
    focused.mockReturnValue(here)
    const filler = inject()
    expect(filler.point()).toBe(here)
    await filler.write('543210', described, false)
    expect(find.mock.lastCall?.[1]).toBe(here)
    expect(filler.pointed()).toBe(here)
  })

  it.each(['sent', 'recovery'] as const)(
    'names a prompt for a %s code, and fills none',
    async (kind) => {
      bed.kind = kind
      const filler = start()
      await settled()
      expect(ask).not.toHaveBeenCalled()
      expect(await filler.wanted(null)).toEqual({ kind, room: null })
      expect(await filler.write('543210', null, true)).toBe(false)
      expect(value()).toBe('')
    },
  )

  it('writes a recovery code where one is asked for, and a code of an authenticator nowhere else', async () => {
    bed.kind = 'recovery'
    const filler = start()
    expect(await filler.write('ab12-cd34', null, false, true)).toBe(true)
    expect(value()).toBe('ab12-cd34')
    await settled()
    expect(ask).not.toHaveBeenCalled()
  })

  it.each(['authenticator', 'sent', 'unknown'] as const)(
    'writes no recovery code where a code of the kind %s is asked for',
    async (kind) => {
      bed.kind = kind
      expect(await inject().write('ab12-cd34', null, false, true)).toBe(false)
      expect(value()).toBe('')
    },
  )

  it('sends the form where it is told to, and never a second time', async () => {
    ask.mockResolvedValue(codeOf('012345', true))
    const filler = start()
    await settled()
    expect(submit).toHaveBeenCalledExactlyOnceWith(inputs())
    await filler.write('543210', null, true)
    expect(submit).toHaveBeenCalledOnce()
  })

  it('sends no form that it was not told to send', async () => {
    await start().write('543210', null, false)
    expect(submit).not.toHaveBeenCalled()
  })

  it('gives a page that comes back out of the cache a new code for its old one', async () => {
    start()
    await settled()
    expect(value()).toBe('012345')
    ask.mockResolvedValue(codeOf('543210'))
    const shown = (persisted = true) => {
      const event = new Event('pageshow')
      return Object.defineProperty(event, 'persisted', { value: persisted })
    }
    // A page that says so itself is not fed codes for it, nor one that has just loaded.
    window.dispatchEvent(shown())
    window.dispatchEvent(trusted(shown(false)))
    await settled()
    expect(value()).toBe('012345')
    window.dispatchEvent(trusted(shown()))
    await settled()
    expect(value()).toBe('543210')
    document.body.innerHTML = ''
    window.dispatchEvent(trusted(shown()))
    await settled()
    document.body.innerHTML = '<input>'
    await settled()
    expect(value()).toBe('543210')
  })

  it('tells which user name was typed, and none once the extension is gone', async () => {
    document.body.innerHTML = '<input type="email">'
    bed.kind = 'sent'
    start()
    const [input] = inputs()
    const say = (name: string) => {
      if (input) input.value = name
      input?.dispatchEvent(trusted(new InputEvent('input', { bubbles: true })))
      input?.dispatchEvent(trusted(new Event('change', { bubbles: true })))
    }
    say('ada')
    isConnected.mockReturnValue(false)
    say('eve')
    expect(typed).toHaveBeenCalledExactlyOnceWith('ada')
  })
})
