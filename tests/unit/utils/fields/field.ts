import { findPrompts } from '@/tests/find-prompts'
import { isFillable } from '@/utils/fields/fillable'
import type { FieldSnapshot, PageSnapshot, Prompt } from '@/utils/fields/types'

/** What a page says around its fields. */
export type Around = { title?: string; path?: string; context?: string }

/** A page that asks for a code. */
export const prompt: Around = { context: 'Two-factor authentication' }

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
export function pageOf(fields: readonly FieldSnapshot[], around: Around = {}): PageSnapshot {
  const { title = '', path = '/', context } = around
  return {
    title,
    path,
    fields: context === undefined ? fields : fields.map((field) => ({ ...field, context })),
  }
}

/** The prompt that a code of an authenticator goes into, or null. */
export function fillable(page: PageSnapshot): Prompt | null {
  return findPrompts(page).find((each) => isFillable(each)) ?? null
}
