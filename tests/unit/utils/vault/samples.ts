import { newAccount } from '@/utils/vault/accounts'
import { type Account, emptyDocument, type VaultDocument } from '@/utils/vault/document'
import type { OpenReport } from '@/utils/vault/vault'

/** A TOTP account with a secret of its own. */
export function totpAccount(
  id: string,
  issuer = 'GitHub',
  secretBase32 = 'JBSWY3DPEHPK3PXP',
): Account {
  const parameters = {
    type: 'totp',
    secretBase32,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
  } as const
  return newAccount({ issuer, label: 'ada@example.org', parameters }, { id, nowMs: 1_000 })
}

export const hotpAccount: Account = newAccount(
  {
    issuer: 'Bank',
    label: 'ada',
    parameters: {
      type: 'hotp',
      secretBase32: 'GEZDGNBVGY3TQOJQ',
      algorithm: 'SHA256',
      digits: 8,
      counter: 41,
    },
  },
  { id: 'hotp', nowMs: 2_000 },
)

export const steamAccount: Account = newAccount(
  {
    issuer: 'Steam',
    label: 'ada',
    parameters: { type: 'steam', secretBase32: 'MFRGGZDFMZTWQ2LK' },
  },
  { id: 'steam', nowMs: 3_000 },
)

/** `count` accounts with realistic metadata. */
export function largeDocument(count: number): VaultDocument {
  const accounts = Array.from({ length: count }, (_, index) => ({
    ...totpAccount(crypto.randomUUID(), `Service number ${index}`),
    note: 'recovery codes are in the safe',
    tags: ['work'],
    sites: [
      { origin: `https://login${index}.example.org`, match: 'origin', fill: 'arrival' } as const,
    ],
  }))
  return { ...emptyDocument, accounts }
}

export function withAccounts(...accounts: readonly Account[]): VaultDocument {
  return { ...emptyDocument, accounts: [...accounts] }
}

/** The same as a vault gives it back after it was saved at `savedAtMs`. */
export function savedWith(savedAtMs: number, ...accounts: Account[]): VaultDocument {
  return { ...withAccounts(...accounts), savedAtMs }
}

/** What opening finds when there is nothing to tell but when it was saved. */
export function allWell(savedAtMs: number | null): OpenReport {
  return {
    openedFrom: 'store',
    savedAtMs,
    skippedGenerations: 0,
    missingSaves: 0,
    rolledBack: false,
    clockBehindMs: 0,
    copied: true,
  }
}
