import { mayBeHost, rootOf } from './tree'

/** The shadow roots of a document, found step by step as the document grows. */
export interface ShadowRoots {
  /** Looks for hosts among `node` and what is in it. True if there may be some. */
  search(node: Node): boolean
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
    'h1 h2 h3 h4 h5 h6 html head body'
).split(' ')})`

/** Starts with no roots: search the document to find those it has. */
export function createShadowRoots(onFound: (root: ShadowRoot) => void): ShadowRoots {
  // Custom elements get their root when their script arrives: until then they are only possible.
  const possible = new Set<Element>()
  const roots = new Set<ShadowRoot>()

  const search = (node: Node) => {
    const within = isParent(node) ? [...node.querySelectorAll(noHosts)] : []
    const found = node instanceof Element && node.matches(noHosts) ? [node, ...within] : within
    const hosts = found.filter(mayBeHost)
    for (const element of hosts) possible.add(element)
    return hosts.length > 0
  }

  const settle = () => {
    // A set's iteration comes to what is added meanwhile: roots within roots.
    for (const element of possible) {
      const root = rootOf(element)
      if (element.isConnected && root === null) continue
      possible.delete(element)
      if (!element.isConnected || root === null || roots.has(root)) continue
      roots.add(root)
      search(root)
      onFound(root)
    }
  }

  const list = () => {
    settle()
    for (const root of roots) if (!root.isConnected) roots.delete(root)
    return [...roots]
  }

  return { search, list }
}

function isParent(node: Node): node is Node & ParentNode {
  return 'querySelectorAll' in node
}
