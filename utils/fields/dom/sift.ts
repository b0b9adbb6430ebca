import { hasSign, sign } from '../sign'
import type { Urgency } from './gather'
import { noHosts, type ShadowRoots } from './shadow-roots'
import { textOf } from './text-of'

/** In more than this, in characters, no prompt has said what it is. */
const mostText = 300

/** What may be a shadow host, and inputs: where nothing is like this, nothing is to be found. */
const notable = noHosts.replace('input,', '')

/**
 * What changes have brought, seen at the end of them all. Nothing of it needs layout, and of each
 * record as little is read as will do: there may be hundreds a second.
 */
export function siftChanges(records: readonly MutationRecord[], roots: ShadowRoots): Urgency {
  let urgency: Urgency = 'other'
  const seen = new Set<Node>()
  for (const record of records) {
    const nodes = record.addedNodes
    const { length } = nodes
    if (length === 0) {
      // Also what was taken away, which brings nothing.
      if (urgency === 'other' && touchesInput(record, seen)) urgency = 'field'
      continue
    }
    // What was put into something new is seen with it.
    const isNew = seen.size > 0 && seen.has(record.target)
    for (let index = 0; index < length; index++) {
      const node = nodes[index]
      if (node?.nodeType !== Node.ELEMENT_NODE) continue
      seen.add(node)
      if (!isNew && urgency !== 'code') urgency = more(urgency, siftElement(node as Element, roots))
    }
  }
  return urgency
}

function siftElement(element: Element, roots: ShadowRoots): Urgency {
  if (!element.matches(notable) && element.querySelector(notable) === null) return 'other'
  return more(roots.search(element) ? 'field' : 'other', siftInputs(element))
}

function touchesInput({ type, target }: MutationRecord, seen: Set<Node>): boolean {
  if (type !== 'attributes' || seen.has(target)) return false
  seen.add(target)
  return target instanceof Element && holdsInput(target)
}

/** What an element or a shadow root brings by the inputs in it. */
export function siftInputs(within: Element | ShadowRoot): Urgency {
  const inputs =
    within instanceof HTMLInputElement ? [within] : [...within.querySelectorAll('input')]
  if (inputs.length === 0) return 'other'
  return inputs.some(hasSign) || sign.test(textOf(within, mostText)) ? 'code' : 'field'
}

function more(a: Urgency, b: Urgency): Urgency {
  if (a === 'code' || b === 'code') return 'code'
  return a === 'field' ? a : b
}

// A shadow host stands for what is in it.
function holdsInput(element: Element): boolean {
  return element.matches('input') || (element.shadowRoot ?? element).querySelector('input') !== null
}
