import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { addAccount } from './accounts'
import { type Account, type VaultDocument, vaultDocumentSchema } from './document'

const account = vaultDocumentSchema.entries.accounts.item

/**
 * The account in an opened draft: what `Vault.sealDraft` sealed when it was reviewed, whole. Throws
 * `message-refused` for anything else, and for null: a draft of another vault or session.
 */
export function accountFromDraft(draft: unknown): Account {
  const parsed = v.safeParse(account, draft)
  if (!parsed.success) throw new AppError('message-refused')
  return parsed.output
}

/**
 * `document` with `reviewed` in it: in place of the account of the same id, else added. Doing it
 * twice does no harm.
 */
export function putAccount(document: VaultDocument, reviewed: Account): VaultDocument {
  const known = document.accounts.some(({ id }) => id === reviewed.id)
  if (!known) return addAccount(document, reviewed)
  const accounts = document.accounts.map((each) => (each.id === reviewed.id ? reviewed : each))
  return { ...document, accounts }
}
