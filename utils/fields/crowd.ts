import { type Attributes, hasSign } from './sign'

/** Among more fields than this a prompt that says nothing of itself is not to be told apart. */
const mostFields = 40

/**
 * Which of so many fields that one can type into are worth a closer look: all, as pages with a
 * prompt have few. In a crowd, as tables and large settings are, only those whose own attributes
 * could be a code's.
 */
export function closerLook(count: number): (field: Attributes) => boolean {
  return count > mostFields ? hasSign : () => true
}

/** What most code fields are called, and few others. */
const likely = /one-time|ot[pc]|2fa|mfa|factor|verif|(?:^| )(?:code|token|pin)(?: |$)/i

/** Whether a field is most likely a code's: a guess for who would else take two steps to it. */
export function isLikely({
  autocomplete,
  name,
  id,
}: Pick<Attributes, 'autocomplete' | 'name' | 'id'>): boolean {
  return likely.test(`${autocomplete} ${name} ${id}`)
}
