declare global {
  // Chromium's, for extensions alone; nowhere else.
  var chrome:
    | { readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null } }
    | undefined

  interface Element {
    /** Firefox's, for extensions alone. */
    readonly openOrClosedShadowRoot?: ShadowRoot | null
  }

  interface ImportMetaEnv {
    /** Whether this is the build for Firefox; missing where nothing is built for a browser. */
    readonly FIREFOX?: boolean
  }
  /** Nothing but what is declared may be asked for. */
  interface ViteTypeOptions {
    readonly strictImportMetaEnv: unknown
  }
}

/** Elements that the DOM standard lets have a shadow root: custom ones, and these. */
const hosts =
  ' article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span '

/** Whether an element may ever have a shadow root: asking the browser for a closed one is slow. */
function mayBeHost(element: Element): element is HTMLElement {
  const { localName } = element
  const may = localName.includes('-') || hosts.includes(` ${localName} `)
  return may && element instanceof HTMLElement
}

/** An element's shadow root, also a closed one: browsers show those to extensions. */
export function rootOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot !== null || !mayBeHost(element)) return element.shadowRoot
  const root = import.meta.env.FIREFOX
    ? element.openOrClosedShadowRoot
    : globalThis.chrome?.dom?.openOrClosedShadowRoot(element)
  return root ?? null
}
