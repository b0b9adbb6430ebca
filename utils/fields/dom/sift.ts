import { hasSign } from '../crowd'
import type { Urgency } from './gather'
import { noHosts, type ShadowRoots } from './shadow-roots'

/** In more than this, in characters, no prompt has said what it is. */
const mostText = 300

/** What may be a shadow host, and inputs: where nothing is like this, nothing is to be found. */
const notable = noHosts.replace('input,', '')

/** What changes have brought, seen at the end of them all. Nothing of it needs layout. */
export function siftChanges(records: Iterable<MutationRecord>, roots: ShadowRoots): Urgency {
  let urgency: Urgency = 'other'
  const seen = new Set<Node>()
  for (const { type, target, addedNodes } of records) {
    if (type === 'attributes') {
      if (seen.has(target) || urgency !== 'other') continue
      seen.add(target)
      if (target instanceof Element && holdsInput(target)) urgency = 'field'
      continue
    }
    // What was put into something new is seen with it.
    const isNew = seen.has(target)
    for (const node of addedNodes) {
      seen.add(node)
      if (isNew || !(node instanceof Element) || !isNotable(node)) continue
      if (roots.search(node)) urgency = more(urgency, 'field')
      urgency = more(urgency, siftInputs(node))
    }
  }
  return urgency
}

/** What an element or a shadow root brings by the inputs in it. */
export function siftInputs(within: Element | ShadowRoot): Urgency {
  const inputs =
    within instanceof HTMLInputElement ? [within] : [...within.querySelectorAll('input')]
  if (inputs.length === 0) return 'other'
  return inputs.some(hasSign) || saysCode(within) ? 'code' : 'field'
}

function more(a: Urgency, b: Urgency): Urgency {
  if (a === 'code' || b === 'code') return 'code'
  return a === 'field' ? a : b
}

function isNotable(element: Element): boolean {
  return element.matches(notable) || element.querySelector(notable) !== null
}

function saysCode(within: Node): boolean {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
  let text = ''
  while (text.length < mostText && walker.nextNode() !== null) text += walker.currentNode.nodeValue
  return hasSign({ ...nothing, placeholder: text })
}

const nothing = { name: '', id: '', autocomplete: '', inputMode: '', pattern: '', maxLength: null }

// A shadow host stands for what is in it.
function holdsInput(element: Element): boolean {
  return element.matches('input') || (element.shadowRoot ?? element).querySelector('input') !== null
}
