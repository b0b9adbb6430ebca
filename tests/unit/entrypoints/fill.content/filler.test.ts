// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFiller, type Filler, type FillerPorts } from '@/entrypoints/fill.content/filler'
import type { Sight } from '@/utils/fields/dom/sight'
import type { FillDecision } from '@/utils/messages/contract'

const ask = vi.fn<FillerPorts['ask']>()
const unused = vi.fn<FillerPorts['unused']>()
const isConnected = vi.fn<FillerPorts['isConnected']>()
let hidden = false
let fillers: Filler[] = []

const code: FillDecision = { kind: 'code', code: '012345' }
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const settled = () => wait(150)
const inputs = () => [...document.querySelectorAll('input')]
const value = () => inputs()[0]?.value
const all = () =>
  inputs()
    .map((input) => input.value)
    .join('')

/** What finds: every input of the page, as if it were the code field. */
const find = () => (inputs().length > 0 ? inputs() : null)

/** A view that the tests scroll. */
let inView = true
let onSeen: (() => void) | null = null
const bring = vi.fn<Sight['bring']>()
const sight: Sight = {
  has: () => inView,
  await: (_, seen) => {
    onSeen = seen
  },
  forget: () => {
    onSeen = null
  },
  bring,
}

function inject(): Filler {
  const filler = createFiller(document, { ask, unused, isConnected, find, sight })
  fillers.push(filler)
  return filler
}

function start(): Filler {
  const filler = inject()
  filler.watch()
  return filler
}

function userTypes(): void {
  const event = new KeyboardEvent('keydown', { bubbles: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  document.body.dispatchEvent(event)
}

beforeEach(() => {
  document.body.innerHTML = '<input>'
  hidden = false
  inView = true
  onSeen = null
  bring.mockReset()
  unused.mockReset()
  fillers = []
  ask.mockReset().mockResolvedValue(code)
  isConnected.mockReset().mockReturnValue(true)
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    hidden ? 'hidden' : 'visible',
  )
})

afterEach(() => {
  // Fillers stop when the extension is gone.
  isConnected.mockReturnValue(false)
  for (const filler of fillers) filler.again()
  vi.restoreAllMocks()
})

describe('createFiller: on arrival', () => {
  it('asks once and writes the code', async () => {
    start()
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('012345')
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
    hidden = true
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    hidden = false
    document.dispatchEvent(new Event('visibilitychange'))
    await settled()
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
      hidden = true
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
    await wait(400)
    expect(all()).toBe('012345')
    ask.mockResolvedValue({ kind: 'code', code: newer })
    filler.again()
    await wait(400)
    expect(all()).toBe(newer)
  })

  it('leaves its code where it is told and the background, which knows of it, has no newer', async () => {
    const filler = start()
    await settled()
    expect(ask).toHaveBeenLastCalledWith(false)
    ask.mockResolvedValue({ kind: 'nothing' })
    const heard = vi.fn()
    document.addEventListener('input', heard)
    filler.again()
    await settled()
    document.removeEventListener('input', heard)
    expect(ask).toHaveBeenLastCalledWith(true)
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
    ask.mockResolvedValue({ kind: 'code', code: '543210' })
    filler.again()
    await settled()
    expect(value()).toBe(typed)
  })

  it('replaces its code only when told, not when the page changes', async () => {
    start()
    await settled()
    ask.mockResolvedValue({ kind: 'code', code: '543210' })
    userTypes()
    document.body.append(document.createElement('p'))
    await settled()
    expect(value()).toBe('012345')
  })

  it('leaves a code that the user asked for', async () => {
    const filler = start()
    await settled()
    await filler.write('111111')
    filler.again()
    await settled()
    expect(value()).toBe('111111')
  })

  it('asks for a field out of view only when it comes into view', async () => {
    inView = false
    start()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    inView = true
    onSeen?.()
    await settled()
    expect(value()).toBe('012345')
    expect(bring).not.toHaveBeenCalled()
  })

  it('writes nothing into a field that left the view meanwhile', async () => {
    ask.mockImplementation(async () => {
      inView = false
      return code
    })
    start()
    await settled()
    expect(value()).toBe('')
  })

  it('awaits nothing once the field is gone', async () => {
    inView = false
    start()
    await settled()
    expect(onSeen).not.toBeNull()
    document.body.innerHTML = ''
    await settled()
    expect(onSeen).toBeNull()
  })

  it('does not feed codes to a page that draws the prompt anew by itself', async () => {
    start()
    await settled()
    document.body.innerHTML = '<input>'
    await settled()
    expect(ask).toHaveBeenCalledOnce()
    expect(value()).toBe('')
  })

  it('fills the prompt of the next log-in, which the user went to', async () => {
    start()
    await settled()
    userTypes()
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
        hidden = true
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
    ask.mockResolvedValueOnce({ kind: 'code', code: '543210' })
    filler.again()
    await wait(400)
    expect(value()).toBe('543210')
  })

  it.each<readonly [string, () => void]>([
    [
      'the page was hidden',
      () => {
        hidden = true
      },
    ],
    [
      'the field left the view',
      () => {
        inView = false
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

  it.each<FillDecision>([{ kind: 'locked' }, { kind: 'choose' }, { kind: 'nothing' }])(
    'after $kind asks again only when something may be different',
    async (decision) => {
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
    },
  )

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

describe('createFiller: on the user’s wish, where it does not watch', () => {
  it('writes and is done: asks nothing, whatever happens in the page', async () => {
    const filler = inject()
    expect(await filler.has()).toBe(true)
    expect(await filler.write('543210')).toBe(true)
    document.body.innerHTML = '<input>'
    userTypes()
    inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))
    document.dispatchEvent(new Event('visibilitychange'))
    filler.again()
    await settled()
    expect(ask).not.toHaveBeenCalled()
    expect(value()).toBe('')
  })

  it('observes nothing and listens to nothing, shadow roots neither', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe')
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener')
    document.body.append(document.createElement('x-host'))
    document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    await inject().has()
    expect(observe).not.toHaveBeenCalled()
    expect(listen).not.toHaveBeenCalled()
  })

  it('begins to watch when the site is allowed later', async () => {
    const filler = inject()
    await filler.write('543210')
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
    expect(await filler.has()).toBe(true)
    expect(value()).toBe('999999')
    expect(await filler.write('543210')).toBe(true)
    expect(value()).toBe('543210')
  })

  it('scrolls to the field, and writes only where that brings it into view', async () => {
    inView = false
    const filler = inject()
    expect(await filler.write('543210')).toBe(false)
    expect(value()).toBe('')
    bring.mockImplementation(() => {
      inView = true
    })
    expect(await filler.write('543210')).toBe(true)
    expect(value()).toBe('543210')
  })

  it('says when there is no field', async () => {
    document.body.innerHTML = ''
    expect(await start().has()).toBe(false)
    expect(await start().write('543210')).toBe(false)
  })

  it('does not write into the field again on arrival', async () => {
    ask.mockResolvedValue({ kind: 'nothing' })
    const filler = start()
    await filler.write('543210')
    for (const input of inputs()) input.value = ''
    ask.mockResolvedValue(code)
    userTypes()
    filler.again()
    await settled()
    expect(value()).toBe('')
  })
})

describe('after the extension was reloaded under the page', () => {
  it.each<[string, () => void]>([
    ['a key', userTypes],
    ['the focus', () => inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))],
    ['a change of the page', () => document.body.append(document.createElement('input'))],
  ])('lets go of the page for good at the first sign, %s', async (_, sign) => {
    ask.mockResolvedValue({ kind: 'locked' })
    start()
    await settled()
    ask.mockReset()
    isConnected.mockReturnValue(false)
    sign()
    await settled()
    // Even if it seemed to be there again: another of us has taken over.
    isConnected.mockReturnValue(true)
    userTypes()
    document.body.append(document.createElement('input'))
    inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))
    await settled()
    expect(ask).not.toHaveBeenCalled()
  })

  it('does not type what was answered before and came after it', async () => {
    let answer = (_: FillDecision) => {}
    ask.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    start()
    await settled()
    isConnected.mockReturnValue(false)
    answer(code)
    await settled()
    expect(all()).toBe('')
  })

  it('does not come back for a code it was told to wait for', async () => {
    ask.mockResolvedValue({ kind: 'wait', forMs: 200 } as FillDecision)
    start()
    await settled()
    ask.mockReset()
    isConnected.mockReturnValue(false)
    await wait(300)
    expect(ask).not.toHaveBeenCalled()
  })
})
