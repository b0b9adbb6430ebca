import type { FieldSnapshot, PageSnapshot } from '../types'
import { labelOf, proseAround } from './text'
import { isVisible } from './visible'

/** More inputs than this are no prompt but a table. */
const mostInputs = 300

/** A page's facts, with the elements they are of: `elements[i]` is that of `page.fields[i]`. */
export interface DomSnapshot {
  readonly page: PageSnapshot
  readonly elements: readonly HTMLInputElement[]
}

/**
 * The facts of a document and of its open shadow roots. Costly facts (layout, prose) are looked
 * up when asked for, once. `sees` is there for tests where layout is not real.
 */
export function snapshot(
  document: Document,
  roots: readonly ShadowRoot[],
  sees: (element: HTMLElement) => boolean = isVisible,
): DomSnapshot {
  const elements = [document, ...roots]
    .flatMap((root) => [...root.querySelectorAll('input')])
    .slice(0, mostInputs)
  const { pathname, hash } = document.location
  return {
    page: {
      title: document.title,
      path: pathname + hash,
      fields: elements.map((element) => factsOf(element, sees)),
    },
    elements,
  }
}

function factsOf(input: HTMLInputElement, sees: (element: HTMLElement) => boolean): FieldSnapshot {
  const label = once(() => labelOf(input))
  const visible = once(() => sees(input))
  const context = once(() => proseAround(input))
  const box = once(() => input.getBoundingClientRect())
  return {
    type: input.type,
    name: input.name,
    id: input.id,
    autocomplete: (input.getAttribute('autocomplete') ?? '').trim().toLowerCase(),
    inputMode: input.inputMode.toLowerCase(),
    placeholder: input.placeholder,
    pattern: input.pattern,
    maxLength: input.maxLength >= 0 ? input.maxLength : null,
    disabled: input.matches(':disabled'),
    readOnly: input.readOnly,
    get label() {
      return label()
    },
    get visible() {
      return visible()
    },
    get context() {
      return context()
    },
    get box() {
      return box()
    },
  }
}

function once<T>(look: () => T): () => T {
  let seen: { readonly value: T } | null = null
  return () => {
    seen ??= { value: look() }
    return seen.value
  }
}
