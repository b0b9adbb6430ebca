import type { PageFunction } from '../../driver/types'
import { prompt, type Trap, type TrapOrigins } from './trap'

/** What a page does while its question for a code is on its way. */
export interface ChangingTrap extends Trap {
  readonly change: PageFunction<[origins: TrapOrigins, prompt: string], void>
  /** Whether the change is done; at once, unless told. */
  readonly isChanged?: PageFunction<[], boolean>
}

const body = () => prompt

/** Fields that are fine when the page asks, and not when the answer comes. */
export const changingTraps: readonly ChangingTrap[] = [
  {
    what: 'that is covered meanwhile',
    body,
    change: () => {
      document.body.innerHTML += '<div style="position:fixed;inset:0;background:#fff"></div>'
    },
  },
  {
    what: 'that gets a cover and keeps its place',
    body,
    change: () => {
      const cover = document.createElement('div')
      cover.style.cssText = 'position:fixed;inset:0;background:#fff'
      document.body.append(cover)
    },
  },
  {
    what: 'that moves under a cover',
    body,
    change: () => {
      const cover = document.createElement('div')
      cover.style.cssText = 'position:fixed;inset:50% 0 0;background:#fff'
      document.body.append(cover)
      const field = document.querySelector<HTMLElement>('#code')
      if (field) field.style.cssText = 'position:fixed;bottom:10%'
    },
  },
  {
    what: 'that fades',
    body,
    change: () => document.querySelector('#code')?.setAttribute('style', 'opacity:0'),
  },
  {
    what: 'that leaves the page',
    body,
    change: () => document.querySelector('#code')?.remove(),
  },
  {
    what: 'that is locked',
    body,
    change: () => document.querySelector('#code')?.setAttribute('readonly', ''),
  },
  {
    what: 'that is swapped for a hidden one',
    body,
    change: () => {
      const copy = document.querySelector('#code')?.cloneNode() as HTMLElement
      copy.style.opacity = '0'
      document.querySelector('#code')?.replaceWith(copy)
    },
  },
  {
    what: 'that is swapped for one of recovery codes',
    body,
    change: () => {
      document.body.innerHTML = '<label>Recovery code <input id="code" name="recovery"></label>'
    },
    answers: ['other-prompt'],
  },
  {
    what: 'that a dialog comes up over',
    body,
    change: () => {
      const dialog = document.createElement('dialog')
      document.body.append(dialog)
      dialog.showModal()
    },
  },
  {
    what: 'of a document that is opened anew for a hidden one',
    body,
    change: (_, html) => {
      document.open()
      document.write(`<div style="opacity:0">${html}</div>`)
      document.close()
    },
  },
  {
    what: 'that goes into a frame of another site',
    body,
    change: ({ foreign }) => {
      document.body.innerHTML = `<iframe width="600" height="300" src="${foreign}/prompt"></iframe>`
    },
  },
  {
    what: 'of a page that goes to another site',
    body,
    change: ({ foreign }) => location.assign(`${foreign}/prompt`),
    isChanged: () => location.hostname.includes('foreign') && document.readyState === 'complete',
    answers: ['other-site'],
  },
  {
    what: 'that the user types into meanwhile',
    body,
    change: () => {
      const field = document.querySelector<HTMLInputElement>('#code')
      if (field) field.value = '12'
    },
    answers: ['wait'],
  },
]
