import { vi } from 'vitest'

/** There is no layout here: elements say where they are (`at`), in a view of 1000 by 500. */
export function stubLayout(): void {
  vi.stubGlobal('innerWidth', 1000)
  vi.stubGlobal('innerHeight', 500)
  Element.prototype.getBoundingClientRect = function () {
    const at = this.getAttribute('at') ?? '0 0 0 0'
    const [left = 0, top = 0, width = 0, height = 0] = at.split(' ').map(Number)
    return new DOMRect(left, top, width, height)
  }
}
