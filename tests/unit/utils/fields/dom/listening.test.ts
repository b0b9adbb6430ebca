// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { createListening } from '@/utils/fields/dom/listening'

const listening = createListening()
const heard = vi.fn()
const rang = () => document.body.dispatchEvent(new Event('ring', { bubbles: true }))

it('hears what it was told to, before the page does, and nothing once it has ended', () => {
  const order: string[] = []
  heard.mockImplementation(() => order.push('ours'))
  const theirs = (event: Event) => {
    order.push('the page')
    event.stopPropagation()
  }
  document.body.addEventListener('ring', theirs)
  listening.hear(document, ['ring', 'knock'], heard)
  rang()
  document.dispatchEvent(new Event('knock'))
  expect(order).toEqual(['ours', 'the page', 'ours'])
  listening.end()
  rang()
  document.dispatchEvent(new Event('knock'))
  expect(heard).toHaveBeenCalledTimes(2)
})

it('does at its end what it was given to do, once', () => {
  const ended = vi.fn()
  listening.atEnd(ended)
  expect(ended).not.toHaveBeenCalled()
  listening.end()
  listening.end()
  expect(ended).toHaveBeenCalledOnce()
})
