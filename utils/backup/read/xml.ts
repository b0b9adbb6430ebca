import { AppError } from '@/utils/errors/app-error'

/** An element of XML: what the readers here need of it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** All text right below it, together. */
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly texts: string[]
}

const maxDepth = 256
const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>!?]+)(?=[\s/>])([^>]*)>|([^<]+)/y

/**
 * The root element of XML (XML 1.0, without document types: they are refused, and with them all
 * entities but the five of the standard). Throws `file-damaged`.
 */
export function parseXml(xml: string): XmlElement {
  const root: Open = { name: '', attributes: new Map(), children: [], texts: [] }
  const stack: Open[] = [root]
  piece.lastIndex = 0
  while (piece.lastIndex < xml.length) {
    const match = piece.exec(xml)
    const top = stack.at(-1)
    if (match === null || top === undefined || stack.length > maxDepth) throw damaged()
    take(match, top, stack)
  }
  const [only] = root.children
  if (stack.length !== 1 || only === undefined) throw damaged()
  return only
}

function take(match: RegExpExecArray, top: Open, stack: Open[]): void {
  const [, cdata, slash, name, attributes = '', text] = match
  if (cdata !== undefined) top.texts.push(cdata)
  else if (text !== undefined) top.texts.push(decodeEntities(text))
  else if (name === undefined) return
  else if (slash === '/') close(name, stack)
  else {
    stack.push({ name, attributes: readAttributes(attributes), children: [], texts: [] })
    if (attributes.endsWith('/')) close(name, stack)
  }
}

function close(name: string, stack: Open[]): void {
  const element = stack.pop()
  const parent = stack.at(-1)
  if (element === undefined || parent === undefined || element.name !== name) throw damaged()
  const { attributes, children, texts } = element
  parent.children.push({ name, attributes, children, text: texts.join('') })
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  const pairs = text.matchAll(/(?<=^|\s)([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map(
    [...pairs].map(([, name = '', double, single]) => [
      name,
      decodeEntities(double ?? single ?? ''),
    ]),
  )
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** Text with the five entities of the standard and characters by number as what they stand for. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex, decimal, name) => {
      if (typeof name === 'string')
        return Object.hasOwn(named, name) ? (named[name] ?? whole) : whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name)
}

function damaged(): AppError {
  return new AppError('file-damaged', 'not xml')
}
