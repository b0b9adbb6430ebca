import type { OtpAccount, OtpParameters } from '@/utils/otp/parameters'
import type { AccountEdit } from '@/utils/vault/account-edit'
import type { SiteChanges } from '@/utils/vault/account-sites'
import type { Site } from '@/utils/vault/document'
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
}

/** More sites for an account. */
export interface Binding {
  readonly id: string
  readonly sites: readonly Site[]
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
  /** Gives it a star, or takes it away: those with one come first. */
  readonly star: (id: string) => Promise<void>
  /** Binds each account to those of the sites that it does not have. */
  readonly bind: (bindings: readonly Binding[]) => Promise<void>
  /** Changes what is set for one site of an account. */
  readonly changeSite: (id: string, origin: string, changes: SiteChanges) => Promise<void>
  /** Forgets which field the user pointed out there. */
  readonly forgetField: (id: string, origin: string) => Promise<void>
  /** Takes a site off an account. */
  readonly unbind: (id: string, origin: string) => Promise<void>
  /** The user says that the site has taken a code of it. */
  readonly confirm: (id: string) => Promise<void>
  /** To the trash with the older account: the confirmed one takes its place. */
  readonly supersede: (id: string, olderId: string) => Promise<void>
  /** Both stay: nothing is asked any more. */
  readonly keepBoth: (id: string) => Promise<void>
  /**
   * The parameters of a counter code that may be shown now. The counter has moved on in the vault
   * by then: better one code skipped than one used twice.
   */
  readonly takeCounter: (id: string) => Promise<OtpParameters>
}

/** What is done with the document, fetched when it is: the first code must not wait for it. */
const takingIn = () => import('./account-steps')
const editing = () => import('@/utils/vault/account-edit')
const binding = () => import('@/utils/vault/account-sites')
const keeping = () => import('@/utils/vault/accounts')
const enrolling = () => import('@/utils/vault/enrolment')

/** The actions over `ports.model`. */
export function createAccountActions({ model, now, newId }: AccountActionPorts): AccountActions {
  return {
    add: async (incoming) => {
      const { stepOf } = await takingIn()
      const nowMs = now()
      const steps = incoming.map((each) => stepOf(each, newId(), nowMs))
      await model.change((document) => steps.reduce((edited, step) => step(edited), document))
    },
    edit: async (id, edit) => {
      const { applyEdit } = await editing()
      const replacing = { trashedId: newId(), nowMs: now() }
      await model.change((document) => applyEdit(document, id, edit, replacing))
    },
    trash: async (id) => {
      const { trashAccount } = await keeping()
      await model.change((document) => trashAccount(document, id, now()))
    },
    restore: async (id) => {
      const { restoreAccount } = await keeping()
      await model.change((document) => restoreAccount(document, id))
    },
    star: async (id) => {
      const { accountById, updateAccount } = await keeping()
      await model.change((document) => {
        const favorite = !accountById(document, id).favorite
        return updateAccount(document, id, { favorite }, now())
      })
    },
    bind: async (bindings) => {
      const { bindSites } = await binding()
      const nowMs = now()
      await model.change((document) =>
        bindings.reduce((edited, { id, sites }) => bindSites(edited, id, sites, nowMs), document),
      )
    },
    changeSite: async (id, origin, changes) => {
      const { changeSite } = await binding()
      await model.change((document) => changeSite(document, id, origin, changes, now()))
    },
    forgetField: async (id, origin) => {
      const { forgetField } = await import('@/utils/vault/site-memory')
      await model.change((document) => forgetField(document, id, origin))
    },
    unbind: async (id, origin) => {
      const { unbindSite } = await binding()
      await model.change((document) => unbindSite(document, id, origin, now()))
    },
    confirm: async (id) => {
      const { confirmEnrolment } = await enrolling()
      await model.change((document) => confirmEnrolment(document, id, now()))
    },
    supersede: async (id, olderId) => {
      const { supersede } = await enrolling()
      await model.change((document) => supersede(document, id, olderId, now()))
    },
    keepBoth: async (id) => {
      const { settleEnrolment } = await enrolling()
      await model.change((document) => settleEnrolment(document, id))
    },
    takeCounter: async (id) => {
      const { accountById, advanceCounter } = await keeping()
      let taken: OtpParameters | undefined
      await model.change((document) => {
        taken = accountById(document, id).parameters
        return advanceCounter(document, id)
      })
      return taken as OtpParameters
    },
  }
}
