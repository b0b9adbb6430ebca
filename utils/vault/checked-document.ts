import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { type Account, type VaultDocument, vaultDocumentSchema } from './document'

/**
 * `document`, an edit of `opened`, as its schema knows it, for saving. An account that the edit
 * left as it was has been checked when it was opened. What the schema refuses is a mistake of ours;
 * its own message would quote the document, so it is dropped.
 */
export function checkedDocument(document: VaultDocument, opened?: VaultDocument): VaultDocument {
  const known = new Set<unknown>(opened?.accounts)
  const checked = v.safeParse(editSchema(known), document)
  if (!checked.success) throw new AppError('unexpected', 'edit gave an ill-shaped document')
  return checked.output
}

function editSchema(known: ReadonlySet<unknown>) {
  const { accounts, ...others } = vaultDocumentSchema.entries
  const same = v.custom<Account>((account) => known.has(account))
  return v.looseObject({ ...others, accounts: v.array(v.union([same, accounts.item])) })
}
