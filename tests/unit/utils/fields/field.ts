import type { FieldSnapshot, PageSnapshot } from '@/utils/fields/types'

/** A visible text input that says nothing of itself, but for `facts`. */
export function fieldOf(facts: Partial<FieldSnapshot> = {}): FieldSnapshot {
  return {
    type: 'text',
    name: '',
    id: '',
    autocomplete: '',
    inputMode: '',
    placeholder: '',
    pattern: '',
    maxLength: null,
    disabled: false,
    readOnly: false,
    label: '',
    visible: true,
    box: { left: 0, top: 0, width: 240, height: 32 },
    form: -1,
    context: '',
    actions: '',
    ...facts,
  }
}

/** Boxes of 40 pixels in one row, each like `facts`. */
export function boxesOf(count: number, facts: Partial<FieldSnapshot> = {}): FieldSnapshot[] {
  return Array.from({ length: count }, (_, index) =>
    fieldOf({
      maxLength: 1,
      box: { left: index * 48, top: 100, width: 40, height: 40 },
      ...facts,
    }),
  )
}

/** A page of fields, with words around each of them. */
export function pageOf(
  fields: readonly FieldSnapshot[],
  around: { title?: string; path?: string; context?: string } = {},
): PageSnapshot {
  const { title = '', path = '/', context } = around
  return {
    title,
    path,
    fields: context === undefined ? fields : fields.map((field) => ({ ...field, context })),
  }
}
