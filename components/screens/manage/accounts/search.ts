import type { Account } from '@/utils/vault/document'

/** Lower case, and letters without their accents: "Zürich" is found by "zurich". */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The accounts that hold every word of `query` in name, sites, tags or note, order kept. */
export function searchAccounts(accounts: readonly Account[], query: string): readonly Account[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return accounts
  return accounts.filter((account) => {
    const { issuer, label, note, tags, sites } = account
    const text = plain(
      [issuer, label, note, ...tags, ...sites.map(({ origin }) => origin)].join('\n'),
    )
    return words.every((word) => text.includes(word))
  })
}
