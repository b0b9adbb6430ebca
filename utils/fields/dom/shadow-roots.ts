import { rootOf } from './root-of'

/** The shadow roots of a document, found step by step as the document grows. */
export interface ShadowRoots {
  /** Looks for hosts among `node` and what is in it. True if there may be some. */
  search(node: Document | ShadowRoot | Element): boolean
  /** The same in a whole document, and for roots of elements that hardly ever have one. */
  searchAll(document: Document): void
  /** Takes in a host that is known to be one. */
  add(host: Element): void
  /** The roots known and still in the document, in the order they were found. */
  list(): readonly ShadowRoot[]
}

/**
 * Elements that are no shadow hosts, or hardly ever. Asking every element of a large page for
 * its root takes ten times as long as having the selector engine pass these over.
 */
export const noHosts = `:not(${(
  'div span p b i em strong code pre a li ul ol dl dt dd table thead tbody tr td th input ' +
    'button label form select option textarea img svg path g use script link meta style br hr ' +
    'h1 h2 h3 h4 h5 h6 section article aside nav header footer main html head title body'
).split(' ')})`

/** What has a root now and then although it is passed over above. */
const rareHosts = 'div,section,article,aside,header,main,body'

/** Starts with no roots: search the document to find those it has. */
export function createShadowRoots(onFound: (root: ShadowRoot) => void): ShadowRoots {
  // Custom elements get their root when their script arrives: until then they are only possible.
  const possible = new Set<Element>()
  const roots = new Set<ShadowRoot>()

  const search = (node: Document | ShadowRoot | Element) => {
    const found = [...node.querySelectorAll(noHosts)]
    // Not by its class: that would have the browser make all that elements can be for one page.
    if ('matches' in node && node.matches(noHosts)) found.push(node)
    const hosts = found.filter(({ localName }) => localName.includes('-'))
    for (const element of hosts) possible.add(element)
    return hosts.length > 0
  }

  const searchAll = (document: Document) => {
    search(document)
    for (const element of document.querySelectorAll(rareHosts)) {
      if (rootOf(element)) possible.add(element)
    }
  }

  const list = () => {
    // A set's iteration comes to what is added meanwhile: roots within roots.
    for (const element of possible) {
      const root = rootOf(element)
      if (element.isConnected && root === null) continue
      possible.delete(element)
      if (!root?.isConnected || roots.has(root)) continue
      roots.add(root)
      search(root)
      onFound(root)
    }
    for (const root of roots) if (!root.isConnected) roots.delete(root)
    return [...roots]
  }

  return { search, searchAll, add: (host) => void possible.add(host), list }
}
