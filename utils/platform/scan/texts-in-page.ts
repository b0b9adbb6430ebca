/** What a page says of setting an account up, besides its pictures. */
export interface PageTexts {
  /** Addresses of its otpauth links that are shown, also of those written out as text. */
  readonly links: readonly string[]
  /** Its title and headings. */
  readonly about: string
  /** What is shown around words of which one may be a key, for `findKeys` to judge. */
  readonly passages: readonly string[]
}

/**
 * Set-up links of the document and the text around what may be a key in base32, in shadow roots,
 * fields and frames of the same site, too; nothing that is not shown. Runs in the page, where it is
 * sent as text: it names nothing outside itself. It looks at a bounded number of nodes, tells a
 * bounded number of characters, and leaves no mark there.
 */
export function readTextsInPage(): PageTexts {
  const maxTexts = 12
  const maxLink = 4_000
  /** Groups in capitals or with digits among them, or one long word; cheap, and often wrong. */
  const rough =
    /(?:[A-Z2-7]{3,8}[ \u00a0-]){2,}[A-Z2-7]{3}|[A-Z2-7]{16}|(?:[a-z2-7]{3,8}[ \u00a0-]){2,}[a-z2-7]{3}|[a-z2-7]{16}/g
  const links = new Set<string>()
  const passages = new Set<string>()
  const headings: string[] = [String(document.title).slice(0, 200)]
  let nodesLeft = 40_000

  const mayBeKey = (text: string): number => {
    for (const { 0: some, index } of text.slice(0, 4_000).matchAll(rough)) {
      if (/[2-7]/.test(some) || some === some.toUpperCase()) return index
    }
    return -1
  }
  const isShown = (element: Element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  /** As it is shown, not as it stands in the source. */
  const textOf = (element: Element): string => {
    // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not told
    const { innerText } = element as Partial<HTMLElement>
    return innerText ?? ''
  }
  /** The text of the smallest box around that says more than the key itself. */
  const around = (element: Element): string => {
    let text = ''
    for (let at: Element | null = element, level = 0; at && level < 7; level += 1) {
      const wider = textOf(at)
      if (wider.length > 20_000) break
      text = wider
      if (text.length > 300) break
      at = at.parentElement
    }
    return text
  }
  const keep = (passage: string) => {
    const at = Math.max(0, mayBeKey(passage))
    if (passages.size < maxTexts) passages.add(passage.slice(Math.max(0, at - 700), at + 700))
  }
  /** Whether a text has an address to set an account up. */
  const meetLink = (text: string, element: Element): boolean => {
    const [found] = /(?<!\w)otpauth(?:-migration)?:\/\/[^\s"'<>]+/i.exec(text) ?? []
    if (found === undefined) return false
    const link = found.replace(/[.,;)\]]+$/, '')
    if (link.length <= maxLink && links.size < maxTexts && isShown(element)) links.add(link)
    return true
  }
  const meetText = (text: Text) => {
    const parent = text.parentElement
    const { data } = text
    if (
      !parent ||
      data.length < 3 ||
      /^(?:script|style|noscript|textarea|title)$/i.test(parent.tagName)
    )
      return
    if (meetLink(data, parent)) return
    if (mayBeKey(data) >= 0) {
      if (isShown(parent)) keep(around(parent))
      return
    }
    // One group of a key, each in an element of its own.
    if (data.length > 12 || !/^\s*[A-Za-z2-7]{3,8}\s*$/.test(data)) return
    const row = parent.parentElement
    const whole = row?.textContent ?? ''
    if (row && whole.length < 300 && mayBeKey(whole.replace(/\s+/g, ' ')) >= 0 && isShown(parent)) {
      keep(around(row).replace(/[ \t]*\n(?=[A-Z2-7]{3,8}(?:\n|$))/g, ' '))
    }
  }
  const meetElement = (element: Element) => {
    const name = element.tagName.toLowerCase()
    if (name === 'a' || name === 'area') {
      const address = (element.getAttribute('href') ?? '').trim()
      if (!/^otpauth(?:-migration)?:/i.test(address) || address.length > maxLink) return
      if (links.size < maxTexts && isShown(element)) links.add(address)
    } else if (/^h[1-3]$/.test(name)) {
      if (headings.length < 8 && isShown(element)) headings.push(textOf(element).slice(0, 200))
    } else if (name === 'input' || name === 'textarea') {
      const { value, type } = element as HTMLInputElement
      if (type === 'password' || meetLink(value, element)) return
      if (value.length > 300 || mayBeKey(value) < 0) return
      if (!isShown(element)) return
      const named = [...((element as HTMLInputElement).labels ?? [])].map(textOf).join(' ')
      const label = `${element.getAttribute('aria-label') ?? ''} ${named}`.slice(0, 200)
      const before = element.parentElement ? around(element.parentElement).slice(0, 600) : ''
      keep(`${before}\n${label}\n${value}`)
    }
  }
  /** Closed ones too: Firefox has them on the element, Chromium tells them of HTML elements. */
  const rootOf = (element: Element): ShadowRoot | null => {
    if (element.shadowRoot || !('innerText' in element)) return element.shadowRoot
    const root: unknown =
      'openOrClosedShadowRoot' in element
        ? element.openOrClosedShadowRoot
        : globalThis.chrome?.dom?.openOrClosedShadowRoot(element as HTMLElement)
    return root ? (root as ShadowRoot) : null
  }
  const walk = (root: Document | ShadowRoot) => {
    const nodes = (root.ownerDocument ?? (root as Document)).createTreeWalker(root, 5)
    for (let node = nodes.nextNode(); node && nodesLeft > 0; node = nodes.nextNode()) {
      nodesLeft -= 1
      if (node.nodeType === 3) {
        meetText(node as Text)
        continue
      }
      const element = node as Element
      meetElement(element)
      const shadow = rootOf(element)
      if (shadow) walk(shadow)
      if (!/^i?frame$/i.test(element.tagName) || !isShown(element)) continue
      const inner = (element as HTMLIFrameElement).contentDocument
      if (inner) walk(inner)
    }
  }
  walk(document)
  return { links: [...links], about: headings.join('\n'), passages: [...passages] }
}
