import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import { type AccountEdit, applyEdit } from '@/utils/vault/account-edit'
import { bindSite } from '@/utils/vault/account-sites'
import {
  accountById,
  addAccount,
  advanceCounter,
  newAccount,
  restoreAccount,
  trashAccount,
} from '@/utils/vault/accounts'
import type { Site } from '@/utils/vault/document'
import type { VaultModel } from './vault-model'

/** What the actions need besides the model. */
export interface AccountActionPorts {
  readonly model: Pick<VaultModel, 'change'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly newId: () => string
}

/** What people do with accounts. Each is one save and throws what the vault throws. */
export interface AccountActions {
  /** Adds all of them in one save. */
  readonly add: (accounts: readonly OtpAccount[], sites?: readonly Site[]) => Promise<void>
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
    add: (accounts, sites = []) => {
      const nowMs = now()
      const added = accounts.map((account) =>
        newAccount(account, { id: newId(), nowMs, sites: [...sites] }),
      )
      return model.change((document) => added.reduce(addAccount, document))
    },
    edit: (id, edit) => model.change((document) => applyEdit(document, id, edit, now())),
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
