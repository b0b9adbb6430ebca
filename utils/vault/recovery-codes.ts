import { accountById, editAccount } from './accounts'
import type { VaultDocument } from './document'
import { foldedCode, mergeCodes, type RecoveryCode } from './recovery-code'

/*
 * What people do with the recovery codes of an account, as edits of the open document.
 */

/**
 * Gives an account these recovery codes: `add` puts them behind those it has, `replace` in their
 * place. A code that it has keeps its mark of use either way. Throws `account-missing`.
 */
export function keepRecoveryCodes(
  document: VaultDocument,
  id: string,
  codes: readonly string[],
  how: 'add' | 'replace',
  nowMs: number,
): VaultDocument {
  const kept = accountById(document, id).recoveryCodes ?? []
  const known = new Map(kept.map((each) => [foldedCode(each.code), each]))
  const fresh = codes.map((code) => known.get(foldedCode(code)) ?? { code, usedAtMs: null })
  const others = how === 'add' ? kept : []
  return putRecoveryCodes(document, id, mergeCodes(others, fresh), nowMs)
}

/** Gives an account exactly these recovery codes; none: it has no list. Throws `account-missing`. */
export function putRecoveryCodes(
  document: VaultDocument,
  id: string,
  codes: readonly RecoveryCode[],
  nowMs: number,
): VaultDocument {
  return editAccount(document, id, ({ recoveryCodes: _, ...account }) => ({
    ...account,
    ...(codes.length === 0 ? {} : { recoveryCodes: [...codes] }),
    updatedAtMs: nowMs,
  }))
}

/**
 * Ticks a recovery code off, or puts it back with null; nothing where the account has it no more.
 * Throws `account-missing`.
 */
export function markRecoveryCode(
  document: VaultDocument,
  id: string,
  code: string,
  usedAtMs: number | null,
): VaultDocument {
  const { recoveryCodes = [] } = accountById(document, id)
  if (!recoveryCodes.some((each) => each.code === code)) return document
  return editAccount(document, id, (account) => ({
    ...account,
    recoveryCodes: recoveryCodes.map((each) => (each.code === code ? { ...each, usedAtMs } : each)),
  }))
}

/** Puts back what was ticked off at that very moment. Throws `account-missing`. */
export function putBackRecoveryCode(
  document: VaultDocument,
  id: string,
  usedAtMs: number,
): VaultDocument {
  const { recoveryCodes = [] } = accountById(document, id)
  const used = recoveryCodes.find((each) => each.usedAtMs === usedAtMs)
  return used === undefined ? document : markRecoveryCode(document, id, used.code, null)
}

/** The first code that is left, or null. Throws `account-missing`. */
export function nextRecoveryCode(document: VaultDocument, id: string): string | null {
  const { recoveryCodes = [] } = accountById(document, id)
  return recoveryCodes.find(({ usedAtMs }) => usedAtMs === null)?.code ?? null
}

/** `document` without any recovery code, for copies that shall not hold them. */
export function withoutRecoveryCodes(document: VaultDocument): VaultDocument {
  return {
    ...document,
    accounts: document.accounts.map(({ recoveryCodes: _, ...account }) => account),
  }
}
