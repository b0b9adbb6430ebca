import type { OtpParameters } from '@/utils/otp/parameters'
import { accountById, editAccount } from './accounts'
import type { Account, VaultDocument } from './document'
import { codeKey } from './duplicates'

/** What replacing needs from the outside. */
export interface Replacing {
  /** The id of the copy in the trash. */
  readonly trashedId: string
  readonly nowMs: number
}

/**
 * Gives an account other parameters. It keeps its id and all that people added; what it was goes to
 * the trash under `trashedId`, so that no secret is ever lost. A counter that moves on leaves
 * nothing behind, and never goes back. An account in the trash is taken out. Doing it twice does no
 * harm. Throws `account-missing`.
 */
export function replaceSecret(
  document: VaultDocument,
  id: string,
  parameters: OtpParameters,
  { trashedId, nowMs }: Replacing,
): VaultDocument {
  const old = accountById(document, id)
  const replaced = editAccount(document, id, (account) => ({
    ...account,
    parameters: { ...furtherOn(account.parameters, parameters) },
    updatedAtMs: nowMs,
    deletedAtMs: null,
  }))
  if (codeKey(old.parameters) === codeKey(parameters)) return replaced
  const copy: Account = { ...old, id: trashedId, deletedAtMs: nowMs }
  return { ...replaced, accounts: [...replaced.accounts, copy] }
}

function furtherOn(old: OtpParameters, parameters: OtpParameters): OtpParameters {
  const isSame = codeKey(old) === codeKey(parameters)
  if (!isSame || old.type !== 'hotp' || parameters.type !== 'hotp') return parameters
  return { ...parameters, counter: Math.max(old.counter, parameters.counter) }
}
