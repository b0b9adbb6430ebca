/** Where a field stands, in CSS pixels of the view. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/**
 * Facts of one `<input>`, without the element and without its value. The costly ones (`visible`,
 * `box`, `label`, `context`) may be getters that look when they are first asked.
 */
export interface FieldSnapshot {
  /** As the browser understands it, lower case: "text" also for what it does not know. */
  readonly type: string
  readonly name: string
  readonly id: string
  /** Lower case; may hold several tokens. */
  readonly autocomplete: string
  /** Lower case. */
  readonly inputMode: string
  readonly placeholder: string
  /** Regular expression of the attribute `pattern`, or "". */
  readonly pattern: string
  /** Characters it takes; null where unlimited. */
  readonly maxLength: number | null
  readonly disabled: boolean
  readonly readOnly: boolean
  /** Labels of every kind: label elements, aria-label, aria-labelledby, title, the text before. */
  readonly label: string
  /** Whether a person sees it or could scroll to it, with nothing over it. */
  readonly visible: boolean
  readonly box: Box
  /** Which form of the page it belongs to, counted from 0; -1 for none. */
  readonly form: number
  /** Prose around the field, links and buttons left out; up to about 1,000 characters. */
  readonly context: string
  /** What the buttons and links of its form say, or the nearest ones. */
  readonly actions: string
}

/** What the finder sees of a page. */
export interface PageSnapshot {
  readonly title: string
  /** Path and fragment of the address. */
  readonly path: string
  /** All inputs, in document order. */
  readonly fields: readonly FieldSnapshot[]
}

/** Why a field was taken for a code field: one signal that held. */
export interface Reason {
  /** Index into the names of utils/fields/reasons. */
  readonly signal: number
  readonly weight: number
}

/**
 * Which code a page asks for: one of an authenticator, one it has mailed or texted, one of those
 * written down against losing the device, or it does not say.
 */
export type PromptKind = 'authenticator' | 'sent' | 'recovery' | 'unknown'

/** A place on the page where a code goes. */
export interface Prompt {
  /** Indices into `PageSnapshot.fields`: one input, or the boxes of a split one in order. */
  readonly fields: readonly number[]
  readonly kind: PromptKind
  readonly reasons: readonly Reason[]
}

/** How long the codes are that a field takes, in characters. */
export interface Room {
  readonly least: number
  readonly most: number
}
