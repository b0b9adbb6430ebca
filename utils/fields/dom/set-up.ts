import { finderOf } from '../finder'
import { plainText } from '../text'
import type { Words } from '../words'

/** What pages say of a code that is to be scanned; written as utils/fields/words are. */
const scanWords: Words =
  'qr* scan scan(n|s|e|i)* escane* skann* *сканир* [扫掃][描码碼] 二[維维][码碼] スキャン 스캔'
const scan = finderOf(scanWords)
/** What an authenticator is linked to by, and pictures that say that they are codes. */
const named = 'a[href^="otpauth" i],[alt*="qr" i],[aria-label*="qr" i]'
/** Pictures that were made for this visit. */
const made = 'canvas,img[src^="data:"],img[src^="blob:"]'
/** Codes are drawn no smaller, in CSS pixels. */
const leastSide = 100
/** What may be a key as text: groups of base32. */
const groups = /(?:[a-z2-7]{4}[ \u00a0-]?){4}/gi
const mostCharacters = 20_000

/**
 * Whether a page may be one that an account is set up on: it links to an authenticator, says that
 * something is to be scanned, shows what may be a key, or a picture that was made for this visit.
 *
 * [Note: Never sent at a set-up] Such a page asks for a code as a login does, but for one of the
 * account that it shows; an older account of the same site has another. Filled, that code can still
 * be replaced. Sent, it is a wrong one, after which sites give out another secret. So where this
 * may be, whoever wants codes sent sends this one by hand: a doubt costs a press of Enter.
 */
export function mayBeSetUp(document: Document, roots: readonly ShadowRoot[]): boolean {
  return [...documentsAround(document), ...roots].some(
    (root) =>
      root.querySelector(named) !== null ||
      [...root.querySelectorAll(made)].some(isLargeSquare) ||
      says(textOf(root)),
  )
}

/** The document and those around its frame, as far as we may look. */
function documentsAround(document: Document): readonly Document[] {
  const documents = [document]
  for (let view: Window | null = document.defaultView; view?.frameElement; view = view.parent) {
    documents.push(view.frameElement.ownerDocument)
  }
  return documents
}

function isLargeSquare(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return Math.min(width, height) >= leastSide && Math.abs(width - height) < width / 10
}

/** What is shown of it, and what stands in fields to be copied. */
function textOf(root: Document | ShadowRoot): string {
  const fields = root.querySelectorAll<HTMLInputElement>('input[readonly]')
  const shown = 'body' in root ? [root.body] : [...root.children]
  // biome-ignore lint/performance/useDomNodeTextContent: as it is shown, with what parts its lines
  const texts = shown.map((each) => (each as Partial<HTMLElement>).innerText ?? '')
  return [...[...fields].map(({ value }) => value), ...texts].join('\n').slice(0, mostCharacters)
}

function says(text: string): boolean {
  const isKey = (some: string) => /[2-7][a-z]|[a-z][2-7]/i.test(some)
  return (text.match(groups) ?? []).some(isKey) || scan.has(plainText(text))
}
