/** What the fields pass on to their input, besides `data-*` and `aria-*`. */
export interface InputAttributes {
  readonly name?: string
  readonly autocomplete?: string
  readonly autofocus?: boolean
  readonly placeholder?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly maxLength?: number
  readonly inputMode?: 'text' | 'numeric' | 'url' | 'search'
  readonly spellcheck?: boolean
  readonly autocapitalize?: 'off' | 'words'
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent) => void
}
