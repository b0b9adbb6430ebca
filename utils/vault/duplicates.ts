import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { Account, VaultDocument } from './document'

/** What makes two accounts give the same codes: type and secret. */
export function secretKey({ parameters }: Pick<OtpAccount, 'parameters'>): string {
  return `${parameters.type} ${parameters.secretBase32}`
}

/** What decides on the codes, but for the place in a HOTP sequence. */
export function codeKey(parameters: OtpParameters): string {
  const { type, secretBase32 } = parameters
  if (type === 'steam') return JSON.stringify([type, secretBase32])
  const { algorithm, digits } = parameters
  const period = parameters.type === 'totp' ? parameters.period : null
  return JSON.stringify([type, secretBase32, algorithm, digits, period])
}

/**
 * What makes two accounts look like the same one to people: issuer and label, case aside. Null
 * where there is neither: accounts without a name are no namesakes.
 */
export function nameKey({ issuer, label }: Pick<OtpAccount, 'issuer' | 'label'>): string | null {
  const names = [issuer.trim().toLowerCase(), label.trim().toLowerCase()]
  return names.every((name) => name === '') ? null : JSON.stringify(names)
}

/** The account, not in the trash, that already holds the secret of `candidate`, or null. */
export function findDuplicate(document: VaultDocument, candidate: OtpAccount): Account | null {
  const key = secretKey(candidate)
  const found = document.accounts.find(
    (account) => account.deletedAtMs === null && secretKey(account) === key,
  )
  return found ?? null
}

/**
 * The accounts, not in the trash, of the same issuer and label with another secret: saving
 * `candidate` beside them may mean that the site gave a new secret.
 */
export function findNamesakes(document: VaultDocument, candidate: OtpAccount): Account[] {
  const name = nameKey(candidate)
  if (name === null) return []
  const secret = secretKey(candidate)
  return document.accounts.filter(
    (account) =>
      account.deletedAtMs === null && nameKey(account) === name && secretKey(account) !== secret,
  )
}
