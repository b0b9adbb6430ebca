import type { LabelsOf } from './labels'
import { drawnAncestors, rootOf } from './tree'

/** Prose around a field is collected until there is this much of it, in characters. */
const enoughProse = 240
const mostProse = 1000

/** A text beside a field is its label only if it is no longer than this. */
const mostLabel = 80

/** What people press. */
const actions = 'a,button,[role=button],input[type=submit],input[type=button]'
const mostActions = 12

/** What says nothing of a prompt: ways out of it, and what is no prose. */
const noProse =
  'a,button,[role=button],script,style,noscript,template,select,textarea,svg,nav,footer'

/** Labels of every kind: elements, attributes, and short text right before the field. */
export function labelOf(input: HTMLInputElement, labelsOf: LabelsOf): string {
  const given = [
    ...labelsOf(input).map((label) => label.textContent),
    input.getAttribute('aria-label'),
    namedBy(input),
    input.getAttribute('title'),
  ]
  const said = given.filter((text) => text?.trim()).join(' | ')
  return (said || textBefore(input)).slice(0, 300)
}

function namedBy(input: HTMLInputElement): string {
  const root = input.getRootNode()
  if (!hasIds(root)) return ''
  const ids = input.getAttribute('aria-labelledby')?.split(/\s+/) ?? []
  return ids.map((id) => root.getElementById(id)?.textContent ?? '').join(' ')
}

function hasIds(root: Node): root is Document | ShadowRoot {
  return 'getElementById' in root
}

// "<td>Code:</td><td><input></td>": the text stands beside the field or beside what wraps it.
function textBefore(input: HTMLInputElement): string {
  let at: Element = input
  for (let level = 0; level < 3; level++) {
    const text = textOf(at.previousSibling) || siblingText(at)
    if (text !== '') return text.length <= mostLabel ? text : ''
    if (at.parentElement === null || at.parentElement.localName === 'body') return ''
    at = at.parentElement
  }
  return ''
}

function siblingText(at: Element): string {
  const text = textOf(at.previousElementSibling)
  if (text === '' || text.length > mostLabel) return text
  return at.previousElementSibling?.querySelector('input,select,textarea') ? '' : text
}

/**
 * The text of a node, or its start: reading ends once there are more than `most` characters. What
 * stands before a field may be large.
 */
export function textOf(node: Node | null, most = mostLabel): string {
  if (node === null) return ''
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let at: Node | null = node; at !== null && text.length <= most; at = walker.nextNode()) {
    if (at instanceof Text) text = (text + at.data).trimStart()
  }
  return text.trim()
}

/** Buttons and links: of the form, or of the smallest ancestor that has a button. */
export function actionsAround(input: HTMLInputElement): string {
  const ancestors = input.form === null ? drawnAncestors(input) : [input.form]
  for (const at of ancestors) {
    const found = [...(rootOf(at) ?? at).querySelectorAll(actions)].slice(0, mostActions)
    if (!found.some((action) => !action.matches('a'))) continue
    return found.map((action) => action.getAttribute('value') ?? action.textContent).join(' | ')
  }
  return ''
}

/** The prose around a field: of the smallest ancestor that has enough of it. */
export function proseAround(input: HTMLInputElement): string {
  let prose = ''
  for (const at of drawnAncestors(input)) {
    if (at === input) continue
    prose = proseOf(rootOf(at) ?? at)
    if (prose.length >= enoughProse || at.localName === 'body') break
  }
  return prose
}

function proseOf(root: Node): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element ? acceptElement(node) : NodeFilter.FILTER_ACCEPT,
  })
  let prose = ''
  while (prose.length < mostProse && walker.nextNode() !== null) {
    const text = walker.currentNode.nodeValue?.replace(/\s+/g, ' ').trim()
    if (text) prose += `${text} | `
  }
  return prose.slice(0, mostProse)
}

// Rejected: with all that is in it. Skipped: only the element itself, which has no text.
function acceptElement(element: Element): number {
  const silent = element.matches(noProse) || !element.checkVisibility()
  return silent ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP
}
