import type { PageText } from '@/utils/recovery/find-codes'

/**
 * What a document says, as a person reads it: the words in view of it and its frames of the same
 * site, what stands in open shadow roots, and in fields that cannot be typed into. Runs in the page,
 * where it is sent as text: it names nothing outside itself. It looks at a bounded part of a page
 * and leaves no mark there.
 */
export function readTextInPage(): PageText {
  const longest = 200_000
  const mostElements = 20_000
  const parts: string[] = []
  let elementsLeft = mostElements
  const isField = (element: Element): element is HTMLInputElement | HTMLTextAreaElement =>
    /^(?:input|textarea)$/i.test(element.tagName) && 'readOnly' in element
  const readField = (element: HTMLInputElement | HTMLTextAreaElement) => {
    const isShown = element.type !== 'hidden' && element.type !== 'password'
    if (isShown && (element.readOnly || element.disabled)) parts.push(element.value)
  }
  const read = (root: Document | ShadowRoot) => {
    // No `instanceof`: what is in a frame was made by that frame's own classes.
    for (const child of 'body' in root ? [root.body] : root.children) {
      // biome-ignore lint/performance/useDomNodeTextContent: with the lines and columns that are seen
      const { innerText } = child as Partial<HTMLElement>
      if (typeof innerText === 'string') parts.push(innerText)
    }
    for (const element of root.querySelectorAll('*')) {
      if (elementsLeft <= 0) return
      elementsLeft -= 1
      if (isField(element) && element.checkVisibility()) readField(element)
      if (element.shadowRoot) read(element.shadowRoot)
      const inner = /^i?frame$/i.test(element.tagName)
        ? (element as HTMLIFrameElement).contentDocument
        : null
      if (inner?.body && element.checkVisibility()) read(inner)
    }
  }
  if (document.body) read(document)
  // Of a page with an image of that name, Chromium gives that.
  const title = String(document.title).slice(0, 500)
  return { title, text: parts.join('\n').slice(0, longest) }
}
