import { once } from '../once'
import type { FieldSnapshot, PageSnapshot } from '../types'
import { labelFinder } from './labels'
import { createTexts, type Texts } from './text'

/** More inputs than this are no prompt but a table. */
const mostInputs = 300

/** A page's facts, with the elements they are of: `elements[i]` is that of `page.fields[i]`. */
export interface DomSnapshot {
  readonly page: PageSnapshot
  readonly elements: readonly HTMLInputElement[]
}

/**
 * The facts of a document and of its shadow roots. Costly facts (layout, prose) are looked
 * up when asked for, once. `sees`: what is visible, by one look at the document.
 */
export function snapshot(
  document: Document,
  roots: readonly ShadowRoot[],
  sees: (element: HTMLElement) => boolean,
): DomSnapshot {
  const elements = [document, ...roots]
    .flatMap((root) => [...root.querySelectorAll('input')])
    .slice(0, mostInputs)
  const formOf = formNumbers()
  const texts = createTexts(labelFinder())
  const { pathname, hash } = document.location
  return {
    page: {
      // Of a page with an image of that name, Chromium gives that.
      title: String(document.title),
      path: pathname + hash,
      fields: elements.map((element) => factsOf(element, formOf(element), texts, sees)),
    },
    elements,
  }
}

/** Numbers the forms of inputs in the order they come. */
function formNumbers(): (input: HTMLInputElement) => number {
  const forms = new Map<HTMLFormElement, number>()
  return ({ form }) => {
    if (form === null) return -1
    const number = forms.get(form) ?? forms.size
    forms.set(form, number)
    return number
  }
}

function factsOf(
  input: HTMLInputElement,
  form: number,
  texts: Texts,
  sees: (element: HTMLElement) => boolean,
): FieldSnapshot {
  const label = once(() => texts.label(input))
  const visible = once(() => sees(input))
  const context = once(() => texts.prose(input))
  const actions = once(() => texts.actions(input))
  const box = once(() => input.getBoundingClientRect())
  return {
    type: input.type,
    name: input.name,
    id: input.id,
    maxLength: input.maxLength >= 0 ? input.maxLength : null,
    form,
    get autocomplete() {
      return (input.getAttribute('autocomplete') ?? '').trim().toLowerCase()
    },
    get inputMode() {
      return input.inputMode.toLowerCase()
    },
    get placeholder() {
      return input.placeholder
    },
    get pattern() {
      return input.pattern
    },
    get disabled() {
      return input.matches(':disabled')
    },
    get readOnly() {
      return input.readOnly
    },
    get label() {
      return label()
    },
    get visible() {
      return visible()
    },
    get context() {
      return context()
    },
    get actions() {
      return actions()
    },
    get box() {
      return box()
    },
  }
}
