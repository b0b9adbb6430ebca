import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { putSites } from './account-sites'
import { addAccount, updateAccount } from './accounts'
import { siteSchema, type VaultDocument, vaultDocumentSchema } from './document'
import { replaceSecret } from './replace-secret'

const account = vaultDocumentSchema.entries.accounts.item

/** What a review may ask to be saved: a step, done on the document as it is by then. */
const draftSchema = v.variant('kind', [
  v.object({ kind: v.literal('add'), account }),
  v.object({ kind: v.literal('bind'), accountId: v.string(), sites: v.array(siteSchema) }),
  v.object({
    kind: v.literal('replace'),
    accountId: v.string(),
    parameters: account.entries.parameters,
    /** The id that what was there gets in the trash. */
    trashedId: v.string(),
    /** The sites to bind to at the same time. */
    sites: v.array(siteSchema),
    /** What the user changed beside the secret before saving. */
    edited: v.optional(
      v.object({ issuer: v.string(), label: v.string(), sites: v.array(siteSchema) }),
    ),
  }),
])

/** A reviewed account, more sites for an account, or other parameters for one. */
export type AccountDraft = v.InferOutput<typeof draftSchema>

/**
 * What `Vault.sealDraft` sealed when it was reviewed. Throws `message-refused` for anything else,
 * and for null: a draft of another vault or session.
 */
export function parseAccountDraft(draft: unknown): AccountDraft {
  const parsed = v.safeParse(draftSchema, draft)
  if (!parsed.success) throw new AppError('message-refused')
  return parsed.output
}

/** The account that a draft is about. */
export function accountIdOf(draft: AccountDraft): string {
  return draft.kind === 'add' ? draft.account.id : draft.accountId
}

/** `document` with a draft in it. Doing it twice does no harm. Throws `account-missing`. */
export function applyAccountDraft(
  document: VaultDocument,
  draft: AccountDraft,
  nowMs: number,
): VaultDocument {
  switch (draft.kind) {
    case 'add':
      return addAccount(document, draft.account)
    case 'bind':
      return putSites(document, draft.accountId, draft.sites, nowMs)
    case 'replace': {
      const { accountId, parameters, trashedId, sites, edited = {} } = draft
      const renewed = replaceSecret(document, accountId, parameters, { trashedId, nowMs })
      const replaced = updateAccount(renewed, accountId, edited, nowMs)
      return putSites(replaced, accountId, sites, nowMs)
    }
  }
}
