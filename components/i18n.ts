import messages from '@/public/_locales/en/messages.json'
import type { ErrorCode, ErrorDetail } from '@/utils/errors/app-error'
import { productName } from '@/utils/product'

/** The name of a message in `_locales`. */
export type MessageKey = keyof typeof messages

/** What stands in braces in a message: `{app}` always, others as given. */
type Names = Readonly<Record<string, string | number>>

interface BrowserI18n {
  getMessage(key: string, substitutions: string[]): string
}

declare const chrome: { readonly i18n?: BrowserI18n } | undefined

/**
 * The message in the user's language. `substitutions` stand where the message says $1, $2 ...;
 * the product's name stands where it says {app}.
 */
export function t(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return lookUp(key, Object.fromEntries(substitutions.map((value, index) => [index + 1, value])))
}

/** The sentence for a failure: what happened and what to do next. */
export function errorText(code: ErrorCode, detail: ErrorDetail = {}): string {
  const key = `error_${code.replaceAll('-', '_')}` as MessageKey
  return lookUp(key, detail)
}

// What comes from outside may look like a placeholder. So the browser is given {1} for $1, and one
// pass names everything: nothing that it put in is looked at again.
function lookUp(key: MessageKey, names: Names): string {
  const message = withNumbers(key, ['{1}', '{2}', '{3}'])
  return message.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'app' ? productName : String(names[name] ?? '?'),
  )
}

function withNumbers(key: MessageKey, numbers: string[]): string {
  const i18n = typeof chrome === 'undefined' ? undefined : chrome.i18n
  if (i18n !== undefined) return i18n.getMessage(key, numbers)
  // No browser: unit tests. Builds drop this branch, and the file's text with it.
  if (import.meta.env.MODE !== 'test') return key
  return messages[key].message.replace(/\$([1-9])/g, (_, which: string) => `{${which}}`)
}
