import type { LabelsOf } from './labels'
import { rootOf } from './root-of'
import { textOf } from './text-of'
import { drawnAncestors } from './tree'

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

/** The texts of a document as they are at one moment. */
export interface Texts {
  /** Labels of every kind: elements, attributes, and short text right before the field. */
  label(input: HTMLInputElement): string
  /** The prose around a field: of the smallest ancestor that has enough of it. */
  prose(input: HTMLInputElement): string
  /** Buttons and links: of the form, or of the smallest ancestor that has a button. */
  actions(input: HTMLInputElement): string
}

/** Reads texts when they are asked for; what several fields share is read once. */
export function createTexts(labelsOf: LabelsOf): Texts {
  const prose = new Map<Node, string>()
  return {
    label: (input) => labelOf(input, labelsOf),
    prose(input) {
      let found = ''
      for (const at of drawnAncestors(input)) {
        if (at === input) continue
        found = proseOf(rootOf(at) ?? at, prose)
        if (found.length >= enoughProse || at.localName === 'body') break
      }
      return found.slice(0, mostProse)
    },
    actions(input) {
      for (const at of input.form === null ? drawnAncestors(input) : [input.form]) {
        const found = actionsOf(at)
        if (found !== null) return found
      }
      return ''
    },
  }
}

function labelOf(input: HTMLInputElement, labelsOf: LabelsOf): string {
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
    const text = textOf(at.previousSibling, mostLabel) || siblingText(at)
    if (text !== '') return text.length <= mostLabel ? text : ''
    if (at.parentElement === null || at.parentElement.localName === 'body') return ''
    at = at.parentElement
  }
  return ''
}

function siblingText(at: Element): string {
  const text = textOf(at.previousElementSibling, mostLabel)
  if (text === '' || text.length > mostLabel) return text
  return at.previousElementSibling?.querySelector('input,select,textarea') ? '' : text
}

/** What its first buttons and links say; null where there is no button among them. */
function actionsOf(at: Element): string | null {
  const all = (rootOf(at) ?? at).querySelectorAll(actions)
  const found: Element[] = [].slice.call(all, 0, mostActions)
  if (found.every((action) => action.localName === 'a')) return null
  return found.map((action) => action.getAttribute('value') ?? action.textContent).join(' | ')
}

/**
 * The prose in a node, up to about `mostProse` and what its last child adds. What is in it was
 * often asked for before: fields lie in one form.
 */
function proseOf(node: Node, known: Map<Node, string>): string {
  const before = known.get(node)
  if (before !== undefined) return before
  let prose = ''
  for (let at = node.firstChild; at !== null && prose.length < mostProse; at = at.nextSibling) {
    if (at instanceof Text) {
      const text = at.data.replace(/\s+/g, ' ').trim()
      if (text) prose += `${text} | `
    } else if (at instanceof Element && !at.matches(noProse) && at.checkVisibility()) {
      prose += proseOf(at, known)
    }
  }
  known.set(node, prose)
  return prose
}
