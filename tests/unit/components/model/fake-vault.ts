import { AppError } from '@/utils/errors/app-error'
import { type Account, emptyDocument, type VaultDocument } from '@/utils/vault/document'
import type { OpenReport, Vault } from '@/utils/vault/vault'

/** What opening finds when there is nothing to tell. */
export const allWell: OpenReport = {
  openedFrom: 'store',
  savedAtMs: null,
  skippedGenerations: 0,
  missingSaves: 0,
  rolledBack: false,
  clockBehindMs: 0,
  copied: true,
}

/** A vault in memory with the contract's own errors, and a session others can watch. */
export function createFakeVault(initial: { password?: string; document?: VaultDocument } = {}) {
  let password = initial.password ?? null
  let document: VaultDocument = initial.document ?? emptyDocument
  let unlocked = false
  let failure: AppError | null = null
  const listeners = new Set<() => void>()
  const saveListeners = new Set<() => void>()
  let report: OpenReport = allWell
  const announce = () => {
    for (const change of listeners) change()
  }
  const demandOpen = () => {
    if (failure !== null) throw failure
    if (password === null) throw new AppError('vault-missing')
    if (!unlocked) throw new AppError('vault-locked')
  }
  const setUnlocked = (value: boolean) => {
    unlocked = value
    announce()
  }

  const vault: Vault = {
    status: async () => {
      if (failure !== null) throw failure
      return password === null ? 'none' : unlocked ? 'unlocked' : 'locked'
    },
    create: async (masterPassword) => {
      if (masterPassword === '') throw new AppError('password-empty')
      if (password !== null) throw new AppError('vault-exists')
      password = masterPassword
      setUnlocked(true)
    },
    unlock: async (masterPassword) => {
      if (masterPassword === '') throw new AppError('password-empty')
      if (masterPassword !== password) throw new AppError('password-wrong')
      setUnlocked(true)
      return report
    },
    inspect: async () => {
      demandOpen()
      return report
    },
    lock: async () => setUnlocked(false),
    read: async () => {
      demandOpen()
      announce()
      return document
    },
    peek: async () => {
      demandOpen()
      return document
    },
    change: async (_, edit) => {
      demandOpen()
      document = edit(document)
      return document
    },
    verifyPassword: async (masterPassword) => masterPassword === password,
    changePassword: async (_, newPassword) => {
      password = newPassword
      return true
    },
    protection: async () => (password === null ? null : { m: 65_536, t: 3, p: 1 }),
    remove: async () => {
      password = null
      setUnlocked(false)
    },
    check: async () => undefined,
    damaged: async () => [],
    wasLost: async () => false,
    sealDraft: async (value) => {
      demandOpen()
      return JSON.stringify(value)
    },
    openDraft: async (sealed) => {
      demandOpen()
      return JSON.parse(sealed)
    },
    drafts: async () => {
      demandOpen()
      return {
        open: async (sealed) => JSON.parse(sealed),
        seal: async (value) => JSON.stringify(value),
      }
    },
  }
  return {
    vault,
    watchSession: (change: () => void) => {
      listeners.add(change)
      return () => listeners.delete(change)
    },
    watchSaves: (change: () => void) => {
      saveListeners.add(change)
      return () => saveListeners.delete(change)
    },
    /** Another window's save. */
    saveElsewhere: (saved: VaultDocument) => {
      document = saved
      for (const change of saveListeners) change()
    },
    /** What opening finds from now on. */
    set report(value: OpenReport) {
      report = value
    },
    /** Another window's lock or unlock. */
    elsewhere: setUnlocked,
    fail: (error: AppError | null) => {
      failure = error
    },
    get document() {
      return document
    },
    set document(value: VaultDocument) {
      document = value
    },
    get listeners() {
      return listeners.size + saveListeners.size
    },
  }
}

/** An account with only what a test is about. */
export function anAccount(over: Partial<Account> = {}): Account {
  return {
    id: 'a1',
    issuer: 'Example',
    label: 'ada@example.org',
    parameters: {
      type: 'totp',
      secretBase32: 'JBSWY3DPEHPK3PXP',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    },
    note: '',
    sites: [],
    tags: [],
    favorite: false,
    createdAtMs: 0,
    updatedAtMs: 0,
    deletedAtMs: null,
    ...over,
  }
}

/** A document of these accounts. */
export function documentOf(...accounts: Account[]): VaultDocument {
  return { ...emptyDocument, accounts }
}
