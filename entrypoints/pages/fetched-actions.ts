import type { AccountActionPorts, AccountActions } from '@/components/model/account-actions'

/** As `createAccountActions`, fetched when something is done: the first code must not wait for it. */
export function fetchedActions(ports: AccountActionPorts): AccountActions {
  const actions = async () => {
    const { createAccountActions } = await import('@/components/model/account-actions')
    return createAccountActions(ports)
  }
  return {
    add: async (incoming) => (await actions()).add(incoming),
    edit: async (id, edit) => (await actions()).edit(id, edit),
    trash: async (id) => (await actions()).trash(id),
    restore: async (id) => (await actions()).restore(id),
    star: async (id) => (await actions()).star(id),
    bind: async (bindings) => (await actions()).bind(bindings),
    changeSite: async (id, origin, changes) => (await actions()).changeSite(id, origin, changes),
    forgetField: async (id, origin) => (await actions()).forgetField(id, origin),
    unbind: async (id, origin) => (await actions()).unbind(id, origin),
    confirm: async (id) => (await actions()).confirm(id),
    supersede: async (id, olderId) => (await actions()).supersede(id, olderId),
    keepBoth: async (id) => (await actions()).keepBoth(id),
    takeCounter: async (id) => (await actions()).takeCounter(id),
  }
}
