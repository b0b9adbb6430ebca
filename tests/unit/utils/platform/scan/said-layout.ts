import { vi } from 'vitest'

/**
 * There is no layout here: elements say where they are (`at`), and what is written in them (`text-at`
 * where it is not the whole), in a view of 1000 by 500.
 */
export function stubLayout(): void {
  vi.stubGlobal('innerWidth', 1000)
  vi.stubGlobal('innerHeight', 500)
  Element.prototype.getBoundingClientRect = function () {
    return rectOf(this.getAttribute('at'))
  }
  Range.prototype.getBoundingClientRect = function () {
    const element = this.startContainer
    if (!(element instanceof Element)) throw new Error('text alone is nowhere')
    return rectOf(element.getAttribute('text-at') ?? element.getAttribute('at'))
  }
}

function rectOf(at: string | null): DOMRect {
  const [left = 0, top = 0, width = 0, height = 0] = (at ?? '').split(' ').map(Number)
  return new DOMRect(left, top, width, height)
}
