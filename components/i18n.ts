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
  return nameIn(lookUp(key, substitutions.map(String)), {})
}

/** The sentence for a failure: what happened and what to do next. */
export function errorText(code: ErrorCode, detail: ErrorDetail = {}): string {
  const key = `error_${code.replaceAll('-', '_')}` as MessageKey
  return nameIn(lookUp(key, []), detail)
}

function lookUp(key: MessageKey, substitutions: string[]): string {
  const i18n = typeof chrome === 'undefined' ? undefined : chrome.i18n
  if (i18n !== undefined) return i18n.getMessage(key, substitutions)
  // No browser: unit tests. Builds drop this branch, and the file's text with it.
  if (import.meta.env.MODE !== 'test') return key
  return messages[key].message.replace(/\$([$1-9])/g, (_, which: string) =>
    which === '$' ? '$' : (substitutions[Number(which) - 1] ?? ''),
  )
}

function nameIn(message: string, names: Names): string {
  return message.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'app' ? productName : String(names[name] ?? '?'),
  )
}
