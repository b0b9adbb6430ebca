import { authenticator, code, noun, offerToSend, recovery, sent, sentName } from './finders'
import type { Reading } from './reading'
import type { PromptKind } from './types'

/**
 * Which kind of code a field asks for. What it says of itself goes before what the page says, and
 * "a code of your app or a recovery code" is a prompt for either.
 */
export function kindOf({ names, said, own, page, prose, actions }: Reading): PromptKind {
  if (recovery.has(names()) || isOnlyRecovery(said())) return 'recovery'
  if (sentName.has(own()) && !authenticator.has(own())) return 'sent'
  const around = page() + prose()
  const says = authenticator.has(around + own())
  if (isOnlyRecovery(prose()) || (recovery.has(page()) && !code.has(own()))) return 'recovery'
  if (!says && (sent.has(around) || offerToSend.has(actions()))) return 'sent'
  return says ? 'authenticator' : 'unknown'
}

// "A recovery code", and not "a code of your app or a recovery code".
function isOnlyRecovery(plain: string): boolean {
  const { length } = recovery.places(plain)
  return length > 0 && noun.places(plain).length <= length
}
