import type { Account } from '@/utils/vault/document'

const searched = new WeakMap<Account, string>()

/**
 * The accounts that hold every word of `query` in name, sites, tags or note, order kept. Case and
 * accents do not count: "Zürich" is found by "zurich".
 */
export function searchAccounts(accounts: readonly Account[], query: string): readonly Account[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return accounts
  return accounts.filter((account) => {
    const text = textOf(account)
    return words.every((word) => text.includes(word))
  })
}

/** Worked out once per account: a keystroke looks through a thousand of them. */
function textOf(account: Account): string {
  const known = searched.get(account)
  if (known !== undefined) return known
  const { issuer, label, note, tags, sites } = account
  const text = plain(
    [issuer, label, note, ...tags, ...sites.map(({ origin }) => origin)].join('\n'),
  )
  searched.set(account, text)
  return text
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
