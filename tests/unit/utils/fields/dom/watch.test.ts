// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createListening, type Listening } from '@/utils/fields/dom/listening'
import { type Watch, type Why, watch } from '@/utils/fields/dom/watch'

const look = vi.fn<(why: Why) => void>()
let watching: Watch
let listening: Listening
let hidden = false

/** Before a look that has to rest would be taken. */
const soon = { timeout: 3_000, interval: 5 }

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeEach(() => {
  document.body.innerHTML = ''
  hidden = false
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    hidden ? 'hidden' : 'visible',
  )
  look.mockReset()
  listening = createListening()
  watching = watch(document, listening, look)
})

afterEach(() => {
  listening.end()
  vi.restoreAllMocks()
})

function wrapped(name: string): Element {
  const around = document.createElement('div')
  around.append(document.createElement(name))
  return around
}

/** A change has had it look, and that cost a lot. */
async function lookDearly(): Promise<void> {
  look.mockClear()
  document.body.append(document.createElement('p'))
  await vi.waitFor(() => expect(look).toHaveBeenCalled())
  watching.tookMs(50)
  look.mockClear()
}

function show(visible: boolean): void {
  hidden = !visible
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('watch', () => {
  it('looks at the start', () => {
    watching.start()
    expect(look.mock.calls).toEqual([['anew']])
  })

  it('does nothing at the start of a hidden page, and looks when it is shown', async () => {
    hidden = true
    watching.start()
    document.body.append(document.createElement('input'))
    await wait(80)
    expect(look).not.toHaveBeenCalled()
    show(true)
    expect(look.mock.calls).toEqual([['anew']])
  })

  it('does nothing while the page is hidden', async () => {
    watching.start()
    look.mockClear()
    document.body.append(document.createElement('p'))
    // Changes are told in a microtask: this one is known when the page is hidden.
    await Promise.resolve()
    show(false)
    document.body.append(document.createElement('input'))
    await wait(80)
    expect(look).not.toHaveBeenCalled()
  })

  it('looks once all is loaded: a style sheet that comes late changes nothing in the document', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    watching.start()
    look.mockClear()
    await wait(600)
    expect(look).not.toHaveBeenCalled()
    state.mockReturnValue('complete')
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['loaded']]))
    await wait(600)
    expect(look).toHaveBeenCalledOnce()
  })

  it('looks no more at what was still loading when it ended', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    watching.start()
    look.mockClear()
    listening.end()
    state.mockReturnValue('complete')
    await wait(600)
    expect(look).not.toHaveBeenCalled()
  })

  it.each([
    [7_000, '<div></div>', 1],
    [7_001, '<div></div>', 0],
    [7_001, '<span></span>', 0],
    [7_001, '<td></td>', 0],
    [7_001, '<br>', 1],
  ])('in a document of %i times %s searches for shadow roots: %i', (count, part, found) => {
    const cells = part === '<td></td>' ? ['<table><tr>', '</table>'] : ['', '']
    document.body.innerHTML = `${cells.join(part.repeat(count))}<x-host></x-host>`
    document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    watching.start()
    expect(watching.roots()).toHaveLength(found)
    watching.searchAll()
    expect(watching.roots()).toHaveLength(1)
  })

  it('gathers changes into one look soon after', async () => {
    watching.start()
    look.mockClear()
    for (let count = 0; count < 5; count++) document.body.append(document.createElement('input'))
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    expect(look.mock.calls).toEqual([['changed']])
  })

  it('looks although the page never rests', async () => {
    watching.start()
    look.mockClear()
    const busy = setInterval(() => document.body.append(document.createElement('p')), 10)
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    clearInterval(busy)
  })

  it('rests after a costly look, while changes touch no input', async () => {
    watching.start()
    await lookDearly()
    const busy = setInterval(() => document.body.append(document.createElement('p')), 10)
    await wait(500)
    clearInterval(busy)
    expect(look).not.toHaveBeenCalled()
  })

  it.each([
    ['an input that is added', () => document.body.append(document.createElement('input'))],
    ['a possible shadow host that is added', () => document.body.append(wrapped('x-y'))],
    [
      'what is around an input when it changes',
      () => document.querySelector('form')?.toggleAttribute('hidden', false),
    ],
  ])('looks soon at %s, whatever a look costs', async (_, change) => {
    document.body.innerHTML = '<form hidden><p><input></p></form>'
    watching.start()
    await lookDearly()
    const busy = setInterval(() => document.body.append(document.createElement('p')), 10)
    await wait(50)
    change()
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]), soon)
    clearInterval(busy)
  })

  it.each([
    ['its name', '<input name="otp">'],
    ['its keyboard', '<p><input inputmode="numeric"></p>'],
    ['what stands beside it', '<div><h1>Verification</h1><input></div>'],
    [
      'being in what is new',
      '<section><form><input autocomplete="one-time-code"></form></section>',
    ],
  ])('every time looks soon at what may be a code field by %s', async (_, html) => {
    watching.start()
    await lookDearly()
    for (let time = 0; time < 2; time++) {
      look.mockClear()
      document.body.insertAdjacentHTML('beforeend', html)
      await vi.waitFor(() => expect(look).toHaveBeenCalled(), soon)
      watching.tookMs(50)
    }
  })

  it.each(['class', 'style', 'hidden', 'disabled', 'readonly', 'type', 'open', 'inert'])(
    'looks soon where `%s` of what an input is in changes, or the input’s own',
    async (attribute) => {
      document.body.innerHTML = '<form><p><input></p></form>'
      watching.start()
      await lookDearly()
      const of = attribute === 'open' ? 'form' : 'input'
      document.querySelector(of)?.setAttribute(attribute, 'text')
      await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]), soon)
    },
  )

  it('rests for no look that the user made it take', async () => {
    watching.start()
    watching.tookMs(50)
    document.body.append(document.createElement('p'))
    await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2), soon)
    document.body.append(document.createElement('input'))
    await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(3), soon)
    document.querySelector('input')?.dispatchEvent(new Event('focusin', { bubbles: true }))
    watching.tookMs(50)
    document.body.append(document.createElement('p'))
    await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(5), soon)
  })

  it('forgets when the page is hidden what came before', async () => {
    watching.start()
    await lookDearly()
    document.body.insertAdjacentHTML('beforeend', '<input name="otp">')
    await Promise.resolve()
    show(false)
    show(true)
    look.mockClear()
    document.body.append(document.createElement('p'))
    await wait(200)
    expect(look).not.toHaveBeenCalled()
  })

  it('rests while fields come that say nothing of themselves', async () => {
    watching.start()
    await lookDearly()
    const busy = setInterval(() => document.body.append(document.createElement('input')), 10)
    await wait(500)
    watching.tookMs(50)
    await wait(500)
    clearInterval(busy)
    expect(look).toHaveBeenCalledOnce()
  })

  it('looks when a field comes up in a root of something new', async () => {
    watching.start()
    await lookDearly()
    document.body.append(document.createElement('input'))
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    watching.tookMs(50)
    look.mockClear()
    const host = document.createElement('x-host')
    host.attachShadow({ mode: 'open' }).innerHTML = '<input name="otp">'
    document.body.append(host)
    await vi.waitFor(() => expect(look).toHaveBeenCalled(), soon)
  })

  it('looks in the end although no change touched an input', async () => {
    watching.start()
    look.mockClear()
    watching.tookMs(1)
    document.body.append(document.createElement('p'))
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]))
  })

  it('looks at once when a field gets the focus, and not for other things', () => {
    document.body.innerHTML = '<input><button>x</button>'
    watching.start()
    look.mockClear()
    document.querySelector('button')?.dispatchEvent(new Event('focusin', { bubbles: true }))
    expect(look).not.toHaveBeenCalled()
    document.querySelector('input')?.dispatchEvent(new Event('focusin', { bubbles: true }))
    expect(look.mock.calls).toEqual([['anew']])
  })

  it('stops for good', async () => {
    watching.start()
    look.mockClear()
    document.body.append(document.createElement('input'))
    // This one is known by then.
    await Promise.resolve()
    listening.end()
    const host = document.createElement('x-host')
    const root = host.attachShadow({ mode: 'open' })
    document.body.append(host)
    watching.searchAll()
    expect(watching.roots()).toEqual([root])
    root.append(document.createElement('input'))
    show(true)
    await wait(80)
    expect(look).not.toHaveBeenCalled()
  })

  it('finds roots that come later, and sees what changes in them', async () => {
    watching.start()
    look.mockClear()
    const host = document.createElement('x-host')
    const root = host.attachShadow({ mode: 'open' })
    document.body.append(host)
    await vi.waitFor(() => expect(look).toHaveBeenCalled())
    expect(watching.roots()).toEqual([root])
    look.mockClear()
    root.append(document.createElement('input'))
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]))
    show(false)
    show(true)
    look.mockClear()
    root.append(document.createElement('input'))
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]), soon)
  })

  it('looks at nothing before it is started, whatever it was asked about', async () => {
    const host = document.createElement('x-host')
    const root = host.attachShadow({ mode: 'open' })
    document.body.append(host)
    watching.searchAll()
    expect(watching.roots()).toEqual([root])
    root.append(document.createElement('input'))
    await wait(80)
    expect(look).not.toHaveBeenCalled()
  })

  it('finds the root of what hardly ever has one when a field in it gets the focus, or all is searched', () => {
    document.body.innerHTML = '<div></div><div></div>'
    const [root, other] = [...document.querySelectorAll('div')].map((host) =>
      host.attachShadow({ mode: 'open' }),
    )
    watching.start()
    expect(watching.roots()).toEqual([])
    const input = root?.appendChild(document.createElement('input'))
    input?.dispatchEvent(new Event('focusin', { bubbles: true, composed: true }))
    expect(watching.roots()).toEqual([root])
    watching.searchAll()
    expect(watching.roots()).toEqual([root, other])
  })
})
