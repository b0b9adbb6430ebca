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

/** Accounts of the same twin key are the same account told twice: same codes, same name. */
export function twinKey(account: OtpAccount): string {
  return JSON.stringify([codeKey(account.parameters), nameKey(account)])
}

/** How an account on its way into the vault stands to what is there. */
export type Standing =
  | { readonly kind: 'fresh' }
  /** The vault gives these codes already, under whatever name. */
  | { readonly kind: 'same'; readonly account: Account }
  /**
   * The same secret with other settings or a counter further on, or the same name with another
   * secret: the site may have given a new one.
   */
  | { readonly kind: 'differing'; readonly account: Account }

/**
 * Judges accounts against `document`, wherever they come from: typed, pasted, scanned or out of a
 * file. Accounts in the trash stand in nobody's way.
 */
export function createJudge({
  accounts,
}: Pick<VaultDocument, 'accounts'>): (candidate: OtpAccount) => Standing {
  const live = accounts.filter(({ deletedAtMs }) => deletedAtMs === null)
  const byCodes = firstBy(live, ({ parameters }) => codeKey(parameters))
  const bySecret = firstBy(live, secretKey)
  const byName = firstBy(live, nameKey)
  return (candidate) => {
    const known = byCodes.get(codeKey(candidate.parameters))
    if (known !== undefined) {
      return { kind: isAhead(candidate, known) ? 'differing' : 'same', account: known }
    }
    const rival = bySecret.get(secretKey(candidate)) ?? byName.get(nameKey(candidate) ?? '')
    return rival === undefined ? { kind: 'fresh' } : { kind: 'differing', account: rival }
  }
}

function firstBy(accounts: readonly Account[], keyOf: (account: Account) => string | null) {
  const index = new Map<string, Account>()
  for (const account of accounts) {
    const key = keyOf(account)
    if (key !== null && !index.has(key)) index.set(key, account)
  }
  return index
}

/** A counter further on than ours: the vault would give codes that were used already. */
function isAhead({ parameters: a }: OtpAccount, { parameters: b }: Account): boolean {
  return a.type === 'hotp' && b.type === 'hotp' && a.counter > b.counter
}
