/** An input, select or textarea of a described page: its attributes, and the texts beside it. */
export interface InputFacts {
  readonly tag: 'input' | 'select' | 'textarea'
  /** True for what a one-time code goes into. */
  readonly is_otp?: boolean
  /** The same for all boxes of a split field. */
  readonly group?: string
  readonly label_text?: string
  readonly label_wraps?: boolean
  readonly adjacent_text?: string
  readonly hidden?: boolean
  readonly width?: string
  readonly in_shadow_dom?: string
  readonly in_iframe?: boolean
  readonly data?: Readonly<Record<string, string>>
  readonly [attribute: string]: unknown
}

/** The facts of a page's template: what stands on it, in order, and which field is the code's. */
export interface PageFacts {
  readonly id: string
  readonly app: string
  /** "totp-login", "recovery-code", "none/coupon" ... */
  readonly page_kind: string
  readonly lang: string
  readonly url_path?: string
  readonly title?: string
  readonly late_insert?: boolean
  readonly forms: readonly { readonly action?: string }[]
  /** h: heading, x: text, b: button, l: link, i: input, form; each with its index. */
  readonly layout: readonly (readonly [kind: string, index: number])[]
  readonly headings: readonly string[]
  readonly visible_text: readonly string[]
  readonly buttons: readonly string[]
  readonly links: readonly string[]
  readonly inputs: readonly InputFacts[]
}

/** Ways to put a whole page somewhere else, which a detector must not mind. */
export const wraps = ['none', 'shadow', 'closed', 'iframe', 'xframe', 'late', 'formless'] as const
export type Wrap = (typeof wraps)[number]

/** Whether an application's codes go into a page of this kind. */
export function wantsCode(page: PageFacts): boolean {
  return /^(?:totp-login|totp-enrol|otp-component|email-or-sms-code)$/.test(page.page_kind)
}

/** The inputs that make up each code field, as indices: the boxes of a split one in order. */
export function codeInputs(page: PageFacts): readonly (readonly number[])[] {
  const fields = new Map<string, number[]>()
  for (const [index, input] of page.inputs.entries()) {
    if (!input.is_otp) continue
    const key = input.group ?? `input ${index}`
    fields.set(key, [...(fields.get(key) ?? []), index])
  }
  return [...fields.values()]
}
