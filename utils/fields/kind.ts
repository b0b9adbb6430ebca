import { authenticator, code, noun, offerToSend, recovery, sent, sentName } from './lists'
import type { Reading } from './reading'
import { has, placesOf, type Said } from './scan'
import type { PromptKind } from './types'

/**
 * Which kind of code a field asks for. What it says of itself goes before what the page says, and
 * "a code of your app or a recovery code" is a prompt for either.
 */
export function kindOf({ names, said, own, page, prose, actions }: Reading): PromptKind {
  if (has(names(), recovery) || isOnlyRecovery(said())) return 'recovery'
  if (has(own(), sentName) && !has(own(), authenticator)) return 'sent'
  const around = page().lists | prose().lists
  const says = ((around | own().lists) & authenticator) !== 0
  if (isOnlyRecovery(prose()) || (has(page(), recovery) && !has(own(), code))) return 'recovery'
  if (!says && ((around & sent) !== 0 || has(actions(), offerToSend))) return 'sent'
  return says ? 'authenticator' : 'unknown'
}

// "A recovery code", and not "a code of your app or a recovery code".
function isOnlyRecovery(said: Said): boolean {
  return has(said, recovery) && placesOf(said, noun).length <= placesOf(said, recovery).length
}
