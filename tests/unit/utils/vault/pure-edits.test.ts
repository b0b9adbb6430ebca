import { expect, test } from 'vitest'
import { applyAccountDraft } from '@/utils/vault/account-draft'
import { type AccountFace, applyEdit } from '@/utils/vault/account-edit'
import { bindSite, bindSites, changeSite, unbindSite } from '@/utils/vault/account-sites'
import {
  accountById,
  addAccount,
  advanceCounter,
  restoreAccount,
  trashAccount,
  updateAccount,
} from '@/utils/vault/accounts'
import type { Site, VaultDocument } from '@/utils/vault/document'
import { withMishap, withoutMishap } from '@/utils/vault/mishap'
import {
  keepRecoveryCodes,
  markRecoveryCode,
  putRecoveryCodes,
  withoutRecoveryCodes,
} from '@/utils/vault/recovery-codes'
import { replaceSecret } from '@/utils/vault/replace-secret'
import { forgetField, rememberChoice, rememberField } from '@/utils/vault/site-memory'
import { purgeTrash } from '@/utils/vault/trash'
import { hotpAccount, steamAccount, totpAccount, withAccounts } from './samples'

/*
 * A save checks only the accounts that an edit replaced: one that is changed in its place would be
 * saved unchecked. A frozen one throws.
 */

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const member of Object.values(value)) deepFrozen(member)
    Object.freeze(value)
  }
  return value
}

const nowMs = 9_000_000_000
const site: Site = { origin: 'https://github.com', match: 'origin', fill: 'arrival' }
const other: Site = { ...site, origin: 'https://example.org' }
const bound = {
  ...totpAccount('a'),
  sites: [{ ...site, field: { id: 'otp' } }],
  recoveryCodes: [{ code: 'ab-12', usedAtMs: null }],
}
const choice = { accountId: 'a', siteOrigin: site.origin, userName: 'ada', nowMs }
const trashed = { ...steamAccount, deletedAtMs: 1 }
const mishap = {
  foundAtMs: 1,
  openedFrom: 'copy',
  savedAtMs: null,
  skippedGenerations: 1,
  missingSaves: 1,
} as const
const document = deepFrozen({ ...withAccounts(bound, hotpAccount, trashed), mishap })
const { secretBase32: _, ...settings } = totpAccount('a').parameters
const before = {
  issuer: 'GitHub',
  label: 'ada@example.org',
  settings,
  sites: [site],
} as AccountFace
const after: AccountFace = { ...before, label: 'grace', sites: [other] }
const replacing = { trashedId: 't', nowMs }
const parameters = totpAccount('a', 'GitHub', 'MFRGGZDFMZTWQ2LK').parameters
const edit = (secretBase32: string | null) => ({ before, after, secretBase32 })

test.each<[string, (document: VaultDocument) => VaultDocument]>([
  ['addAccount', (vault) => addAccount(vault, totpAccount('b'))],
  ['updateAccount', (vault) => updateAccount(vault, 'a', { tags: ['work'], note: 'n' }, nowMs)],
  ['trashAccount', (vault) => trashAccount(vault, 'a', nowMs)],
  ['restoreAccount', (vault) => restoreAccount(vault, 'steam')],
  ['advanceCounter', (vault) => advanceCounter(vault, 'hotp')],
  ['bindSite', (vault) => bindSite(vault, 'a', { ...site, fill: 'never' }, nowMs)],
  ['bindSites', (vault) => bindSites(vault, 'a', [site, other], nowMs)],
  ['changeSite', (vault) => changeSite(vault, 'a', site.origin, { submit: true }, nowMs)],
  ['unbindSite', (vault) => unbindSite(vault, 'a', site.origin, nowMs)],
  ['rememberChoice', (vault) => rememberChoice(vault, choice)],
  ['rememberField', (vault) => rememberField(vault, 'a', site.origin, { id: 'code' })],
  ['forgetField', (vault) => forgetField(vault, 'a', site.origin)],
  ['applyEdit', (vault) => applyEdit(vault, 'a', edit(null), replacing)],
  ['applyEdit of a secret', (vault) => applyEdit(vault, 'a', edit('MFRGGZDF'), replacing)],
  ['replaceSecret', (vault) => replaceSecret(vault, 'a', parameters, replacing)],
  [
    'applyAccountDraft',
    (vault) => applyAccountDraft(vault, { kind: 'bind', accountId: 'a', sites: [other] }, nowMs),
  ],
  ['keepRecoveryCodes', (vault) => keepRecoveryCodes(vault, 'a', ['cd-34'], 'add', nowMs)],
  ['putRecoveryCodes', (vault) => putRecoveryCodes(vault, 'a', [], nowMs)],
  ['markRecoveryCode', (vault) => markRecoveryCode(vault, 'a', 'ab-12', nowMs)],
  ['withoutRecoveryCodes', withoutRecoveryCodes],
  ['purgeTrash', (vault) => purgeTrash(vault, nowMs)],
  ['withMishap', (vault) => withMishap(vault, mishap)],
  ['withoutMishap', withoutMishap],
])('%s makes a new document and leaves the one it is given alone', (_name, change) => {
  const was = structuredClone(document)
  expect(change(document)).not.toEqual(was)
  expect(document).toEqual(was)
})

test('an account that is edited is another object, and no other is', () => {
  const edited = trashAccount(document, 'a', nowMs)
  expect(accountById(edited, 'a')).not.toBe(accountById(document, 'a'))
  expect(accountById(edited, 'hotp')).toBe(accountById(document, 'hotp'))
})
