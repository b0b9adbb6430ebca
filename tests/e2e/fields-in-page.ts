import { findPrompts } from '@/tests/find-prompts'
import { createShadowRoots } from '@/utils/fields/dom/shadow-roots'
import { createSight } from '@/utils/fields/dom/sight'
import { snapshot } from '@/utils/fields/dom/snapshot'
import { visibleAtOnce } from '@/utils/fields/dom/visible'
import { writeCode } from '@/utils/fields/dom/write'
import { isFillable } from '@/utils/fields/fillable'

/** What the test reaches in a plain page: the finder and the writer, without the extension. */
export interface FieldsInPage {
  /** The ids of the code field's inputs. */
  find(): string[]
  write(code: string): Promise<boolean>
  /** Whether the code field is in view. */
  isInView(): boolean
  /** Scrolls to it. */
  bring(): void
  /** Resolves when it comes into view. */
  awaitView(): Promise<void>
}

function inputs(): HTMLInputElement[] | null {
  const roots = createShadowRoots(() => {})
  roots.search(document)
  const { page, elements } = snapshot(document, roots.list(), visibleAtOnce(document))
  const found = findPrompts(page).find((prompt) => isFillable(prompt))
  if (found === undefined) return null
  return found.fields.map((index) => elements[index]).filter((input) => input !== undefined)
}

const sight = createSight()

const inPage: FieldsInPage = {
  find: () => (inputs() ?? []).map((input) => input.id),
  write: (code) => writeCode(inputs, code),
  isInView: () => sight.has(inputs() ?? []),
  bring: () => sight.bring(inputs() ?? []),
  awaitView: () => new Promise((seen) => sight.await(inputs() ?? [], seen)),
}

Object.assign(globalThis, { fields: inPage })
