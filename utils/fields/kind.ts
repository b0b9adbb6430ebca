import { ownText } from './gates'
import { anyOf, plainText } from './text'
import type { FieldSnapshot, PageSnapshot, PromptKind } from './types'
import { authenticatorWords, deliveryWords, recoveryNames, recoveryWords, sentNames } from './words'

const namesRecovery = anyOf(recoveryNames)
const namesSent = anyOf(sentNames)
const hasRecovery = anyOf(recoveryWords)
const hasDelivery = anyOf(deliveryWords)
const hasAuthenticator = anyOf(authenticatorWords)

/** Which kind of code a field, or the boxes of a split one, asks for. */
export function kindOf(fields: readonly FieldSnapshot[], page: PageSnapshot): PromptKind {
  const own = fields.map(ownText).join('')
  const around = fields.map((field) => plainText(field.context)).join('')
  if (namesRecovery(own) || hasRecovery(around)) return 'recovery'
  if (namesSent(own)) return 'sent'
  const says = hasAuthenticator(plainText(page.title) + around + own)
  if (!says && hasDelivery(plainText(page.title) + around)) return 'sent'
  return says ? 'authenticator' : 'unknown'
}
