// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import {
  ask,
  bed,
  bring,
  code,
  inject,
  inputs,
  makeBed,
  settled,
  start,
  userTypes,
  value,
} from './filler-bed'

makeBed()

describe('createFiller: on the user’s wish, where it does not watch', () => {
  it('writes and is done: asks nothing, whatever happens in the page', async () => {
    const filler = inject()
    expect(await filler.kind(null)).toBe('unknown')
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

  it('observes nothing and listens to nothing, shadow roots neither', async () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe')
    const listen = vi.spyOn(EventTarget.prototype, 'addEventListener')
    document.body.append(document.createElement('x-host'))
    document.querySelector('x-host')?.attachShadow({ mode: 'open' })
    await inject().kind(null)
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
    expect(await filler.kind(null)).toBe('unknown')
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
    expect(await start().kind(null)).toBeNull()
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
