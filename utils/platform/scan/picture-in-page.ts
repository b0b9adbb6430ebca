import type { PageBox } from './boxes-in-page'

/** A picture that was pointed out on a page. */
export interface PagePicture {
  /** What is in view of it; null where none of it is, and in frames that cannot tell. */
  readonly box: PageBox | null
  /** Its own pixels as a data URL, where the page may read them; else null. */
  readonly pixels: string | null
}

/**
 * The picture of this address in the document, the largest where there are several; null where there
 * is none. Runs in the page, where it is sent as text: it names nothing outside itself. It asks
 * nobody for the picture: it draws what the page holds.
 */
export function findPictureInPage(address: string): PagePicture | null {
  const maxSide = 2048
  const found: HTMLImageElement[] = []
  let elementsLeft = 20_000

  const rootOf = (element: Element): ShadowRoot | null => {
    if (element.shadowRoot || !('innerText' in element)) return element.shadowRoot
    const root: unknown =
      'openOrClosedShadowRoot' in element
        ? element.openOrClosedShadowRoot
        : globalThis.chrome?.dom?.openOrClosedShadowRoot(element as HTMLElement)
    return root ? (root as ShadowRoot) : null
  }
  const walk = (root: Document | ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (elementsLeft <= 0) return
      elementsLeft -= 1
      const { currentSrc, src } = element as Partial<HTMLImageElement>
      const isPicture = /^(?:img|input)$/i.test(element.tagName)
      if (isPicture && (currentSrc === address || src === address))
        found.push(element as HTMLImageElement)
      const shadow = rootOf(element)
      if (shadow) walk(shadow)
    }
  }
  const areaOf = (element: Element) => {
    const { width, height } = element.getBoundingClientRect()
    return width * height
  }
  /** Where it stands on what is seen of the tab; frames of other sites do not say where they are. */
  const boxOf = (element: Element): PageBox | null => {
    let { left, top, right, bottom } = element.getBoundingClientRect()
    let view: Window = window
    while (view !== view.parent) {
      const frame = view.frameElement
      if (!frame) return null
      const around = frame.getBoundingClientRect()
      const [x, y] = [around.left + frame.clientLeft, around.top + frame.clientTop]
      ;[left, top, right, bottom] = [left + x, top + y, right + x, bottom + y]
      view = view.parent
    }
    const { visualViewport: seen } = view
    const { offsetLeft = 0, offsetTop = 0, scale = 1 } = seen ?? {}
    const [width, height] = [view.innerWidth / scale, view.innerHeight / scale]
    const from = (at: number, size: number) => Math.min(1, Math.max(0, at / size))
    const [x, y] = [from(left - offsetLeft, width), from(top - offsetTop, height)]
    const across = from(right - offsetLeft, width) - x
    const down = from(bottom - offsetTop, height) - y
    if (!(across > 0 && down > 0)) return null
    const isCut = across * width * down * height < 0.97 * (right - left) * (bottom - top)
    return { box: [x, y, across, down], isCut }
  }
  const pixelsOf = (picture: HTMLImageElement): string | null => {
    try {
      const { naturalWidth = 0, naturalHeight = 0 } = picture
      // Drawings say no size of their own.
      const [width, height] = [naturalWidth || 600, naturalHeight || 600]
      const factor = Math.min(1, maxSide / Math.max(width, height))
      const canvas = picture.ownerDocument.createElement('canvas')
      canvas.width = Math.max(1, Math.round(width * factor))
      canvas.height = Math.max(1, Math.round(height * factor))
      const context = canvas.getContext('2d')
      context?.drawImage(picture, 0, 0, canvas.width, canvas.height)
      return context ? canvas.toDataURL('image/png') : null
    } catch {
      // A picture of another site: the page may show it, nobody may read it.
      return null
    }
  }
  walk(document)
  found.sort((a, b) => areaOf(b) - areaOf(a))
  const [picture] = found
  return picture ? { box: boxOf(picture), pixels: pixelsOf(picture) } : null
}
