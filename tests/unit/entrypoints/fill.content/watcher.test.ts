// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Filler } from '@/entrypoints/fill.content/filler'
import type { Reader } from '@/entrypoints/fill.content/reader'
import { createWatcher, type Watcher, type WatcherPorts } from '@/entrypoints/fill.content/watcher'
import type { Brought } from '@/utils/messages/contract'

const bring = vi.fn<WatcherPorts['bring']>()
const isConnected = vi.fn<WatcherPorts['isConnected']>()
const look = vi.fn<Filler['look']>()
const know = vi.fn<Filler['know']>()
const mayAsk = vi.fn<Reader['mayAsk']>()
let reader: Reader | undefined
let filler: Filler | undefined
let hidden: boolean
let watcher: Watcher

/** Longer than changes are gathered for. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 150))
const add = (html: string) => document.body.insertAdjacentHTML('beforeend', html)
const focus = () =>
  document.querySelector('input')?.dispatchEvent(new Event('focusin', { bubbles: true }))

function watchOn(html: string): void {
  document.body.innerHTML = html
  watcher.start()
}

beforeEach(() => {
  document.body.innerHTML = ''
  filler = undefined
  reader = undefined
  hidden = false
  look.mockReset()
  know.mockReset()
  isConnected.mockReset().mockReturnValue(true)
  // What is brought looks by itself, as it comes.
  mayAsk.mockReset().mockReturnValue(true)
  bring.mockReset().mockImplementation(async (part) => {
    // No field was pointed out.
    if (part === 'pointed') return null
    if (part !== 'fill') {
      reader = { mayAsk } as unknown as Reader
      watcher.look('anew')
    }
    if (part !== 'find') {
      filler = { look, know } as unknown as Filler
      watcher.look('anew')
    }
    return { field: null }
  })
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    hidden ? 'hidden' : 'visible',
  )
  const ports = { reader: () => reader, filler: () => filler, bring, typed: () => {}, isConnected }
  watcher = createWatcher(document, ports)
})
afterEach(() => {
  isConnected.mockReturnValue(false)
  watcher.isOver()
  vi.restoreAllMocks()
})

describe('createWatcher: what finds code fields is brought', () => {
  it.each([
    ['text', '<input>'],
    ['a type that browsers do not know', '<input type="code">'],
    ['telephone numbers', '<input type="tel">'],
    ['numbers', '<input type="number">'],
    ['passwords', '<input type="password" autocomplete="new-password">'],
    ['user names, as it seems', '<input name="username" autocomplete="username">'],
    ['a box of many', '<input maxlength="1">'.repeat(60)],
    ['something hidden as yet', '<div hidden><input style="display:none" disabled></div>'],
    ['something in a crowd', '<input name="cell">'.repeat(60).concat('<input name="passphrase">')],
  ])('to a page with a field for %s', async (_, html) => {
    watchOn(html)
    await settled()
    expect(bring.mock.calls).toEqual([['find'], ['fill']])
    expect(know.mock.calls).toEqual([[null]])
    expect(look.mock.calls).toEqual([['changed']])
  })

  it.each([
    ['no field', '<p>Welcome</p><textarea></textarea><select></select>'],
    ['no field for codes', '<input type="email"><input type="checkbox"><input type="hidden">'],
    ['a search box', '<input type="search"><input name="q">'],
    ['a field in a search', '<form role="search"><input></form><search><input></search>'],
    ['a crowd of fields that say nothing of themselves', '<input name="cell">'.repeat(60)],
  ])('not to a page with %s', async (_, html) => {
    watchOn(html)
    await settled()
    focus()
    watcher.look('told')
    expect(bring).not.toHaveBeenCalled()
  })

  it('once a field comes, also into the shadow root of something new', async () => {
    watchOn('<p>Welcome</p>')
    const host = document.createElement('x-host')
    host.attachShadow({ mode: 'open' }).innerHTML = '<input name="passcode">'
    document.body.append(host)
    await vi.waitFor(() => expect(bring.mock.calls).toEqual([['find'], ['fill']]))
  })

  it('once a field comes into a page that never rests', async () => {
    watchOn('<p>Welcome</p>')
    const busy = setInterval(() => add('<p>and more</p>'), 10)
    await settled()
    add('<input name="passcode">')
    await vi.waitFor(() => expect(bring.mock.calls).toEqual([['find'], ['fill']]))
    clearInterval(busy)
  })

  it('only when the page is shown', async () => {
    hidden = true
    watchOn('<input>')
    watcher.look('told')
    await settled()
    expect(bring).not.toHaveBeenCalled()
    hidden = false
    document.dispatchEvent(new Event('visibilitychange'))
    expect(bring.mock.calls).toEqual([['find'], ['fill']])
  })

  it('once, however much happens before it is there', async () => {
    let come = () => {}
    bring.mockImplementation(async () => {
      await new Promise<void>((resolve) => {
        come = resolve
      })
      return { field: null }
    })
    watchOn('<input>')
    focus()
    add('<input>')
    await settled()
    watcher.look('told')
    come()
    expect(bring).toHaveBeenCalledOnce()
  })

  it('where it was refused, not at every change, but when something may be different', async () => {
    bring.mockResolvedValue(null)
    watchOn('<input>')
    await settled()
    add('<input name="otp">')
    await settled()
    expect(bring).toHaveBeenCalledOnce()
    focus()
    await settled()
    watcher.look('told')
    expect(bring).toHaveBeenCalledTimes(3)
  })

  it('not again once the page has loaded, as how fields are styled is all the same to it', async () => {
    bring.mockResolvedValue(null)
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    watchOn('<input>')
    state.mockReturnValue('complete')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(bring).toHaveBeenCalledOnce()
  })

  it('where a root has come by the time the page has loaded', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    watchOn('<x-host></x-host>')
    const root = document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    root?.append(document.createElement('input'))
    state.mockReturnValue('complete')
    await vi.waitFor(() => expect(bring).toHaveBeenCalled())
  })

  it('not again where the user had it brought', async () => {
    filler = { look, know } as unknown as Filler
    watchOn('<input>')
    add('<input>')
    await settled()
    expect(bring).not.toHaveBeenCalled()
    expect(look.mock.calls).toEqual([['anew'], ['changed']])
  })
})

describe('createWatcher: what fills is brought', () => {
  it.each([
    ['is said to be for one', '<input autocomplete="one-time-code">'],
    ['is called like one', '<input name="totp">'],
    ['has the name of one', '<input id="code">'],
    ['is a crowd’s', '<input name="cell">'.repeat(60).concat('<input name="mfa_code">')],
  ])('at once where a field %s, for nothing is asked in between', async (_, html) => {
    watchOn(html)
    focus()
    await settled()
    expect(bring.mock.calls).toEqual([['both']])
    expect(mayAsk).not.toHaveBeenCalled()
    expect(look).toHaveBeenCalledWith('changed')
  })

  it.each([
    ['a coupon', '<input name="coupon_code">'],
    ['a postal code', '<input id="zipcode" autocomplete="postal-code">'],
    ['a password', '<input type="password" name="password">'],
  ])('not at once where a field is for %s', async (_, html) => {
    mayAsk.mockReturnValue(false)
    watchOn(html)
    await settled()
    expect(bring.mock.calls).toEqual([['find'], ['pointed']])
  })

  it('once the reader sees that a code may be asked for, and not before', async () => {
    mayAsk.mockReturnValue(false)
    watchOn('<input>')
    add('<input>')
    await settled()
    expect(bring.mock.calls).toEqual([['find'], ['pointed']])
    mayAsk.mockReturnValue(true)
    add('<input name="otp">')
    await settled()
    expect(bring.mock.calls).toEqual([['find'], ['pointed'], ['fill']])
    expect(look.mock.calls).toEqual([['changed']])
  })

  it('once the page has loaded, by how its fields are styled then', async () => {
    mayAsk.mockReturnValue(false)
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive')
    watchOn('<input>')
    await settled()
    expect(bring.mock.calls).toEqual([['find'], ['pointed']])
    mayAsk.mockReturnValue(true)
    state.mockReturnValue('complete')
    await vi.waitFor(() => expect(bring).toHaveBeenLastCalledWith('fill'))
  })

  it('and looks once it is said which field was pointed out', async () => {
    const field = { type: 'text' } as NonNullable<Brought['field']>
    let say = () => {}
    bring.mockImplementation(async () => {
      reader = { mayAsk } as unknown as Reader
      filler = { look, know } as unknown as Filler
      watcher.look('anew')
      await new Promise<void>((resolve) => {
        say = resolve
      })
      return { field }
    })
    watchOn('<input name="otp">')
    watcher.look('told')
    await settled()
    expect(look).not.toHaveBeenCalled()
    say()
    await vi.waitFor(() => expect(look.mock.calls).toEqual([['changed']]))
    expect(know.mock.calls).toEqual([[field]])
  })

  it('once, while it is on its way', async () => {
    reader = { mayAsk } as unknown as Reader
    bring.mockImplementation(() => new Promise(() => {}))
    watchOn('<input>')
    focus()
    watcher.look('told')
    expect(bring.mock.calls).toEqual([['fill']])
  })

  it('where a field was pointed out: asked for when everything may be different', async () => {
    mayAsk.mockReturnValue(false)
    watchOn('<input>')
    await settled()
    bring.mockClear()
    add('<p>More</p><input>')
    await settled()
    expect(bring).not.toHaveBeenCalled()
    focus()
    await settled()
    watcher.look('told')
    expect(bring.mock.calls).toEqual([['pointed'], ['pointed']])
    await settled()
    mayAsk.mockReturnValue(true)
    add('<input name="otp">')
    await settled()
    expect(bring).toHaveBeenLastCalledWith('fill')
  })
})

describe('createWatcher: what looking costs', () => {
  it.each([
    ['nothing', 0, 4],
    ['much', 5, 1],
  ])(
    'is %s: of four changes that bring nothing of a code, so many are looked at',
    async (...row) => {
      const [, costMs, looks] = row
      let nowMs = 0
      vi.spyOn(performance, 'now').mockImplementation(() => nowMs)
      reader = { mayAsk } as unknown as Reader
      mayAsk.mockImplementation(() => {
        nowMs += costMs
        return false
      })
      watchOn('<p>Welcome</p>')
      mayAsk.mockClear()
      for (let change = 0; change < 4; change++) {
        add('<p>More</p>')
        await settled()
        nowMs += 150
      }
      expect(mayAsk).toHaveBeenCalledTimes(looks)
    },
  )
})

describe('createWatcher: before it is started', () => {
  it('does nothing, whatever happens', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe')
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener')
    document.body.innerHTML = '<input>'
    watcher.look('told')
    watcher.searchAll()
    expect(watcher.roots()).toEqual([])
    await settled()
    for (const spy of [observe, listen, bring]) expect(spy).not.toHaveBeenCalled()
  })
})

describe('createWatcher: once the extension is gone', () => {
  it('lets go of the page and says so, and comes back for nothing', async () => {
    watchOn('<p>Welcome</p>')
    const ended = vi.fn()
    watcher.listening.atEnd(ended)
    isConnected.mockReturnValue(false)
    add('<input>')
    await settled()
    expect(ended).toHaveBeenCalledOnce()
    isConnected.mockReturnValue(true)
    focus()
    add('<input>')
    watcher.look('told')
    await settled()
    expect(bring).not.toHaveBeenCalled()
  })
})
