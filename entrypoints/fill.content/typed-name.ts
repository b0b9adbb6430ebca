import type { Listening } from '@/utils/fields/dom/listening'

/** What the fields of user names and e-mail addresses are called. */
const userNames = /user|mail|login|account/i

/**
 * Hears which user name is typed in a document, and tells each once it stands: when its field is
 * left, sent or filled by the browser. Never what a script puts there, and never a password.
 */
export function hearUserNames(
  document: Document,
  listening: Pick<Listening, 'hear'>,
  tell: (name: string) => void,
): void {
  const typed = new WeakSet<EventTarget>()
  const heard = (event: Event) => {
    const [input] = event.composedPath()
    if (!event.isTrusted || !(input instanceof HTMLInputElement) || !isUserName(input)) return
    if (event.type === 'input') return void typed.add(input)
    if ('key' in event && event.key !== 'Enter') return
    const name = input.value.trim()
    if (typed.delete(input) && name) tell(name)
  }
  listening.hear(document, ['input', 'change', 'focusout', 'keydown'], heard)
}

function isUserName({ type, name, id, autocomplete, placeholder }: HTMLInputElement): boolean {
  const says = `${name} ${id} ${autocomplete} ${placeholder}`
  return type === 'email' || (/^te/.test(type) && userNames.test(says))
}
