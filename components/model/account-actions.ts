import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import { type AccountEdit, applyEdit } from '@/utils/vault/account-edit'
import { bindSite, bindSites } from '@/utils/vault/account-sites'
import {
  accountById,
  addAccount,
  advanceCounter,
  newAccount,
  restoreAccount,
  trashAccount,
} from '@/utils/vault/accounts'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { replaceSecret } from '@/utils/vault/replace-secret'
import type { VaultModel } from './vault-model'

/** What the actions need besides the model. */
export interface AccountActionPorts {
  readonly model: Pick<VaultModel, 'change'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly newId: () => string
}

/** An account on its way into the vault. */
export interface Incoming {
  readonly account: OtpAccount
  readonly sites?: readonly Site[]
  /** The id of the account that gets its parameters, instead of adding one. */
  readonly replaces?: string | null
}

/** What people do with accounts. Each is one save and throws what the vault throws. */
export interface AccountActions {
  /** Takes in all of them in one save. */
  readonly add: (incoming: readonly Incoming[]) => Promise<void>
  /** Writes what was changed in a form, and nothing else. */
  readonly edit: (id: string, edit: AccountEdit) => Promise<void>
  /** To the trash; `restore` takes it back out. */
  readonly trash: (id: string) => Promise<void>
  readonly restore: (id: string) => Promise<void>
  readonly bind: (id: string, site: Site) => Promise<void>
  /**
   * The parameters of a counter code that may be shown now. The counter has moved on in the vault
   * by then: better one code skipped than one used twice.
   */
  readonly takeCounter: (id: string) => Promise<OtpParameters>
}

/** The actions over `ports.model`. */
export function createAccountActions({ model, now, newId }: AccountActionPorts): AccountActions {
  return {
    add: (incoming) => {
      const nowMs = now()
      const steps = incoming.map((each) => stepOf(each, newId(), nowMs))
      return model.change((document) => steps.reduce((edited, step) => step(edited), document))
    },
    edit: (id, edit) => {
      const replacing = { trashedId: newId(), nowMs: now() }
      return model.change((document) => applyEdit(document, id, edit, replacing))
    },
    trash: (id) => model.change((document) => trashAccount(document, id, now())),
    restore: (id) => model.change((document) => restoreAccount(document, id)),
    bind: (id, site) => model.change((document) => bindSite(document, id, site, now())),
    takeCounter: async (id) => {
      let taken: OtpParameters | undefined
      await model.change((document) => {
        taken = accountById(document, id).parameters
        return advanceCounter(document, id)
      })
      return taken as OtpParameters
    },
  }
}

/** The edit that takes one in. `id` is the new account's, or that of what was replaced. */
function stepOf({ account, sites = [], replaces = null }: Incoming, id: string, nowMs: number) {
  return (document: VaultDocument): VaultDocument => {
    if (replaces === null) {
      return addAccount(document, newAccount(account, { id, nowMs, sites: [...sites] }))
    }
    const replacing = { trashedId: id, nowMs }
    const replaced = replaceSecret(document, replaces, account.parameters, replacing)
    return bindSites(replaced, replaces, sites, nowMs)
  }
}
