// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { errorText, t } from '@/components/i18n'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import type { AccountDraft } from '@/utils/vault/account-draft'
import type { Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { here } from './fake-services'
import { click, openPopup, textOf } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const uri = 'otpauth://totp/Example:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const added: AccountDraft = { kind: 'add', account: anAccount({ sites: [boundHere] }) }
const { parameters } = anAccount()
const kept = (draft: AccountDraft | string, code: ErrorCode = 'storage-full') => ({
  value: { draft: JSON.stringify(draft), code } as Unsaved | null,
})
const open = (more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, ...more })

test('what could not be saved is there again, with why, and is saved by trying again', async () => {
  const unsaved = kept(added)
  const { fake, log } = await open({ unsaved })
  await screen.findByTestId('save-unsaved')
  expect(textOf('unsaved-account')).toContain('ada@example.org')
  expect(textOf('unsaved-account')).toContain(errorText('storage-full'))
  click('save-unsaved')
  await screen.findByTestId('fill-code')
  await waitFor(() => expect(screen.queryByTestId('unsaved-account')).toBeNull())
  expect([log, unsaved.value]).toEqual([['save'], null])
  expect(fake.document.accounts).toMatchObject([{ id: 'a1', sites: [boundHere] }])
})

test('trying again in vain says why this time', async () => {
  await open({ unsaved: kept(added), saveFails: { code: 'storage-failed' } })
  await screen.findByTestId('save-unsaved')
  click('save-unsaved')
  expect(await screen.findByText(errorText('storage-failed'))).toBeTruthy()
  expect(screen.queryByText(errorText('storage-full'))).toBeNull()
})

test('several are shown one after the other', async () => {
  const second: AccountDraft = { kind: 'add', account: anAccount({ id: 'b1', label: 'grace' }) }
  const unsaved = {
    ...kept('nonsense'),
    more: [added, second].flatMap((each) => kept(each).value ?? []),
  }
  const { fake } = await open({ unsaved })
  await screen.findByTestId('save-unsaved')
  expect(textOf('unsaved-account')).toContain('ada@example.org')
  click('save-unsaved')
  await waitFor(() => expect(textOf('unsaved-account')).toContain('grace'))
  click('save-unsaved')
  await waitFor(() => expect(screen.queryByTestId('unsaved-account')).toBeNull())
  expect(fake.document.accounts.map(({ id }) => id)).toEqual(['a1', 'b1'])
})

test('those that were pasted together are one list, and saved together', async () => {
  const labels = ['ada@example.org', 'grace', 'joan']
  const steps = labels.map((label, index) => ({
    kind: 'add' as const,
    account: anAccount({ id: `a${index}`, label }),
  }))
  const unsaved = kept({ kind: 'several', steps })
  const scanned = { scan: async () => reading(uri) }
  const { fake, log } = await open({ unsaved, site: scanned })
  await screen.findByTestId('save-unsaved')
  expect(screen.getByText(t('unsaved_several', 3))).toBeTruthy()
  for (const label of labels) expect(textOf('unsaved-account')).toContain(label)
  expect(textOf('unsaved-account')).toContain(errorText('storage-full'))
  expect(screen.queryByTestId('found-account')).toBeNull()
  click('save-unsaved')
  await waitFor(() => expect(screen.queryByTestId('unsaved-account')).toBeNull())
  expect([log, unsaved.value]).toEqual([['save'], null])
  expect(fake.document.accounts.map(({ label }) => label)).toEqual(labels)
})

test('it can be given up', async () => {
  const unsaved = kept(added)
  await open({ unsaved })
  await screen.findByTestId('discard-unsaved')
  click('discard-unsaved')
  await waitFor(() => expect(screen.queryByTestId('unsaved-account')).toBeNull())
  expect(unsaved.value).toBeNull()
})

test.each<[string, AccountDraft]>([
  ['bind', { kind: 'bind', accountId: 'a1', sites: [boundHere] }],
  ['replace', { kind: 'replace', accountId: 'a1', parameters, trashedId: 'x', sites: [boundHere] }],
])('a %s names the account it is about', async (_, draft) => {
  await open({ unsaved: kept(draft), document: documentOf(anAccount({ label: 'grace' })) })
  await screen.findByTestId('save-unsaved')
  expect(textOf('unsaved-account')).toContain('grace')
})

test('what is on the page as well is offered once', async () => {
  await open({ unsaved: kept(added), site: { scan: async () => reading(uri) } })
  await screen.findByTestId('save-unsaved')
  expect(screen.queryByTestId('found-account')).toBeNull()
})

test.each([
  ['is no draft of this vault', kept('nonsense')],
  ['is about an account that is gone', kept({ kind: 'bind', accountId: 'a1', sites: [boundHere] })],
])('what %s is dropped', async (_, unsaved) => {
  await open({ unsaved })
  await waitFor(() => expect(unsaved.value).toBeNull())
  expect(screen.queryByTestId('unsaved-account')).toBeNull()
})

test('what cannot be read because the vault was locked just then is kept', async () => {
  const unsaved = kept(added)
  const unseal = vi.fn(async () => {
    throw new AppError('vault-locked')
  })
  await open({ unsaved, unseal })
  await waitFor(() => expect(unseal).toHaveBeenCalled())
  await act(async () => undefined)
  expect(unsaved.value).not.toBeNull()
})

test('one that is about an account of a vault that was locked meanwhile is kept', async () => {
  const unsaved = kept({ kind: 'bind', accountId: 'a1', sites: [boundHere] })
  let goOn = () => {}
  const held = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const unseal = vi.fn(async (sealed: string): Promise<unknown> => {
    await held
    return JSON.parse(sealed)
  })
  const { fake, services } = await open({ unsaved, unseal, document: documentOf(anAccount()) })
  await waitFor(() => expect(unseal).toHaveBeenCalled())
  await act(async () => fake.elsewhere(false))
  await waitFor(() => expect(services.model.status.value).toBe('locked'))
  await act(async () => goOn())
  expect(unsaved.value).not.toBeNull()
})

test('a failure that the popup told itself is not told again by the next one', async () => {
  const saveFails = { code: 'storage-full' as const }
  const { unsaved } = await open({ saveFails, site: { scan: async () => reading(uri) } })
  await screen.findByTestId('save-account')
  click('save-account')
  expect(await screen.findByText(errorText('storage-full'))).toBeTruthy()
  expect(unsaved.value).toBeNull()
})
