/**
 * Whether the document of a window is a site's own, of the origin that we are in. A sandboxed one is
 * not the site its address names, and what a page makes (blob:, srcdoc, about:blank) has its maker's
 * origin without being the site's page.
 */
export function isOwnDocument({ document }: Window = window): boolean {
  // Not the document's own word: an element called URL would stand in for it. Nor `location`, which
  // weighs each page another object of the browser's, but leaves out who is logged in by the address.
  const url: string = Reflect.get(Document.prototype, 'URL', document)
  const parts = url.split('/', 3)
  return `${parts[0]}//${parts[2]?.split('@').pop()}` === self.origin
}

/**
 * Whether this is the top frame, or all frames around it are documents of its very origin and none
 * of them a sandbox: what can be reached is of the same origin, or was made so by `document.domain`.
 */
export function isAtHome(): boolean {
  try {
    for (let at: Window = window; at !== at.parent; at = at.parent) {
      if (at.frameElement?.hasAttribute('sandbox') !== false) return false
      if (at.parent.origin !== self.origin || !isOwnDocument(at.parent)) return false
    }
    return true
  } catch {
    return false
  }
}
