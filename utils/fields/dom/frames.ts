import { elementAt } from './tree'
import { isInView, isVisible } from './visible'

/** A frame around an element, and where the element's middle is in the frame's page. */
interface Around {
  readonly frame: HTMLElement
  readonly x: number
  readonly y: number
}

/**
 * Whether the frames that an element is in are seen by a person, each in its own page, and nothing
 * lies over the element there. True in the top frame, and up to a frame that we may not reach.
 */
export function isShownInParents(element: HTMLElement): boolean {
  const around = framesAround(element)
  return around.every(({ frame }) => isVisible(frame)) && isOnTop(around)
}

/** Whether the element's place is in view in all pages around its frame. */
export function isInViewOfParents(element: HTMLElement): boolean {
  return framesAround(element).every(({ frame, x, y }) => {
    const { clientWidth, clientHeight } = frame.ownerDocument.documentElement
    return x >= 0 && y >= 0 && x < clientWidth && y < clientHeight && isInView(frame)
  })
}

/** Where its place is out of view, what lies over it is not known. */
function isOnTop(around: readonly Around[]): boolean {
  return around.every(({ frame, x, y }) => {
    const hit = elementAt(frame.ownerDocument, x, y)
    return hit === frame || hit === null
  })
}

function framesAround(element: HTMLElement): readonly Around[] {
  const around: Around[] = []
  const { left, top, width, height } = element.getBoundingClientRect()
  let [x, y] = [left + width / 2, top + height / 2]
  let view: Window | null = element.ownerDocument.defaultView
  for (;;) {
    const frame = reachable(view)
    if (frame === null || view === null) return around
    const box = frame.getBoundingClientRect()
    x = box.left + (frame.clientLeft + x) * (box.width / frame.offsetWidth)
    y = box.top + (frame.clientTop + y) * (box.height / frame.offsetHeight)
    around.push({ frame, x, y })
    view = view.parent
  }
}

function reachable(view: Window | null): HTMLElement | null {
  return (view?.frameElement ?? null) as HTMLElement | null
}
