import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { putSites } from './account-sites'
import { addAccount, updateAccount } from './accounts'
import { siteSchema, type VaultDocument, vaultDocumentSchema } from './document'
import { replaceSecret } from './replace-secret'

const account = vaultDocumentSchema.entries.accounts.item

/** A step, done on the document as it is by then. */
const stepSchema = v.variant('kind', [
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

/** What a review may ask to be saved. */
const draftSchema = v.variant('kind', [
  stepSchema,
  v.object({ kind: v.literal('several'), steps: v.pipe(v.array(stepSchema), v.minLength(1)) }),
])

/** A reviewed account, more sites for an account, or other parameters for one. */
export type AccountStep = v.InferOutput<typeof stepSchema>

/** One of them, or several in one save. */
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

/** What a draft does, one after the other. */
export function stepsOf(draft: AccountDraft): readonly AccountStep[] {
  return draft.kind === 'several' ? draft.steps : [draft]
}

/** The account that a draft is about; of several the first. */
export function accountIdOf(draft: AccountDraft): string {
  const [step] = stepsOf(draft)
  if (step === undefined) throw new AppError('message-refused')
  return step.kind === 'add' ? step.account.id : step.accountId
}

/** `document` with a draft in it, all or nothing. Doing it twice does no harm. Throws `account-missing`. */
export function applyAccountDraft(
  document: VaultDocument,
  draft: AccountDraft,
  nowMs: number,
): VaultDocument {
  return stepsOf(draft).reduce((edited, step) => applyStep(edited, step, nowMs), document)
}

function applyStep(document: VaultDocument, step: AccountStep, nowMs: number): VaultDocument {
  switch (step.kind) {
    case 'add':
      return addAccount(document, step.account)
    case 'bind':
      return putSites(document, step.accountId, step.sites, nowMs)
    case 'replace': {
      const { accountId, parameters, trashedId, sites, edited = {} } = step
      const renewed = replaceSecret(document, accountId, parameters, { trashedId, nowMs })
      const replaced = updateAccount(renewed, accountId, edited, nowMs)
      return putSites(replaced, accountId, sites, nowMs)
    }
  }
}
