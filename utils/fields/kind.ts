import {
  authenticator,
  code,
  noun,
  offerToSend,
  qualifier,
  recovery,
  sending,
  sent,
  sentName,
} from './lists'
import type { Reading } from './reading'
import { areClose, has, placesOf, type Said } from './said'
import type { PromptKind } from './types'

/**
 * Which kind of code a field asks for. What it says of itself goes before what the page says, and
 * "a code of your app or a recovery code" is a prompt for either.
 */
export function kindOf(reading: Reading): PromptKind {
  const { names, said, label, placeholder, own, page, prose, actions } = reading
  if (namesRecovery(names()) || isOnlyRecovery(said())) return 'recovery'
  // "2FA code", and above it: "8 recovery codes left".
  const isAbove = / \d/.test(label().plain) && has(placeholder(), code)
  // Beside "enter your code"; but no "Auth/backup code".
  if (isOnlyRecovery(label()) && !has(said(), qualifier) && !isAbove) return 'recovery'
  const around = page().lists | prose().lists
  const says = ((around | own().lists) & authenticator) !== 0
  const isSent = has(prose(), sent)
  // A name alone may be of another way to get a code: "sms_code" on the page of an authenticator.
  const isNamed = isSent || has(said(), sentName) || !/authenticator|totp/.test(prose().plain)
  if (isNamed && has(own(), sentName) && !has(own(), authenticator)) return 'sent'
  if (has(names(), sentName) && hasAuthenticatorBeside(reading)) return 'sent'
  // Codes to recover with are longer than what a field with six digits asks for.
  const asks = areClose(qualifier, noun, said()) && / 6/.test(said().plain)
  const isNot =
    asks || isAbove || has(own(), authenticator) || (has(own(), code) && hasRecoveryBeside(reading))
  // "Account recovery. We sent a code to your e-mail address."
  const isOfCode = areClose(recovery, code | noun, prose())
  if (!isNot && isOfCode && isOnlyRecovery(prose())) return 'recovery'
  // "/two_factor/scratch", but no page of a Backup Server, nor one that makes new backup codes for a
  // two-factor code.
  const isPage = has(page(), recovery) && !says && areClose(recovery, code | noun, page())
  const isForOne = has(names(), code) && /generat| new | creat/.test(prose().plain)
  if ((isPage && !isForOne) || (has(page(), recovery) && !has(own(), code) && !isSent && !says))
    return 'recovery'
  const isOffered = has(actions(), offerToSend) || has(said(), offerToSend) || offersToSend(reading)
  if (!says && (isSent || isOffered)) return 'sent'
  return says ? 'authenticator' : 'unknown'
}

// "Send code" beside what it is sent to; elsewhere it is another way, or means to send in the code.
function offersToSend({ actions, fellows, ownOf }: Reading): boolean {
  if (!areClose(sending, code | noun, actions())) return false
  return fellows().some(
    (field) => field.type === 'email' || field.type === 'tel' || has(ownOf(field), sentName),
  )
}

// Prose about recovery codes is about their field, then.
function hasRecoveryBeside({ fellows, ownOf }: Reading): boolean {
  return fellows().some((field) => areClose(recovery, code | noun, ownOf(field)))
}

// What the page says of an authenticator is about its field, then.
function hasAuthenticatorBeside({ own, said, fellows, ownOf }: Reading): boolean {
  if (has(own(), authenticator) && !has(said(), sentName)) return false
  return fellows().some((field) => has(ownOf(field), authenticator))
}

// "recovery_code", and not "mfaCodeOrRecoveryCode".
function namesRecovery(names: Said): boolean {
  const [first] = placesOf(names, recovery)
  return first !== undefined && !isSecond(names, first)
}

// "A recovery code", and not "a code of your app or a recovery code", nor "OTP or recovery code".
function isOnlyRecovery(said: Said): boolean {
  const places = placesOf(said, recovery)
  const [first] = places
  if (first === undefined || placesOf(said, noun).length > places.length) return false
  return !isSecond(said, first)
}

/** "... or", in the languages that most pages are in, and the little word that may follow. */
const or =
  /(\S+) (?:or|oder|ou|lub|albo|eller|tai|nebo|o|vagy|atau|sau|hoac|veya|или|або|او|أو|یا|of(?= een )) (?:\S{1,4} )?$/

/** "A code of your app or ...": so many characters before the last word, what begins there may end. */
const reach = 24

/** Whether what stands at a place is the second of two, the first of which is a code. */
function isSecond(said: Said, place: number): boolean {
  const first = or.exec(said.plain.slice(0, place + 1))
  if (first === null) return false
  const [from, to] = [first.index - 1, first.index + (first[1]?.length ?? 0)]
  const isNear = (list: number, least: number) =>
    placesOf(said, list).some((at) => at >= least && at < to)
  return isNear(code | noun, from) || isNear(code, from - reach)
}
