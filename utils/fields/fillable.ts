import type { Prompt } from './types'

/** Whether a code of an authenticator, or else a recovery code, may go where a prompt asks for one. */
export function isFillable({ kind }: Prompt, recovery = false): boolean {
  return kind !== 'sent' && (kind === 'recovery') === recovery
}
