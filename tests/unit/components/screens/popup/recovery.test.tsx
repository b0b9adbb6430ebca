// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { Account, Site } from '@/utils/vault/document'
import { markRecoveryCode } from '@/utils/vault/recovery-codes'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here, nowMs } from './fake-services'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const codes = ['k7mf-p2xq', 'x92a-bb7c', '4j4k-aa81']
const left = (code: string) => ({ code, usedAtMs: null })
const pageText = { title: 'Shelf', text: `Your recovery codes\n${codes.join('\n')}` }
const account = (id: string, more: Partial<Account> = {}) =>
  anAccount({ id, label: id, sites: [boundHere], ...more })
const open = (accounts: readonly Account[], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts), ...more })
const keptOf = async (opened: Awaited<ReturnType<typeof open>>, id = 'ada') =>
  (await opened.fake.vault.read(nowMs)).accounts.find((each) => each.id === id)?.recoveryCodes

describe('recovery codes on the page in front', () => {
  it('are shown, kept with the account of the site, and can be taken back', async () => {
    const opened = await open([account('ada')], { pageText })
    const shown = await screen.findByTestId('recovery-codes')
    for (const code of codes) expect(shown.textContent).toContain(code)
    expect(await keptOf(opened)).toBeUndefined()
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(codes.map(left)))
    await waitFor(() => expect(screen.queryByTestId('recovery-offer')).toBeNull())
    await screen.findByTestId('undo')
    click('undo')
    await waitFor(async () => expect(await keptOf(opened)).toBeUndefined())
  })

  it('are not offered again once they are kept, in whatever spelling', async () => {
    const kept = codes.map((code) => left(code.toUpperCase().replace('-', ' ')))
    await open([account('ada', { recoveryCodes: kept })], { pageText })
    await screen.findByTestId('fill-code')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it('are offered for no account of another site', async () => {
    await open([account('ada', { sites: [] })], { pageText })
    await screen.findByTestId('account-row')
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })

  it.each([
    ['replace', [...codes.map(left)]],
    ['add', [{ code: 'old-1111', usedAtMs: 5 }, left('old-2222'), ...codes.map(left)]],
  ] as const)('beside older ones are a difference, and the user says: %s', async (how, result) => {
    const recoveryCodes = [{ code: 'old-1111', usedAtMs: 5 }, left('old-2222')]
    const opened = await open([account('ada', { recoveryCodes })], { pageText })
    const difference = await screen.findByTestId('recovery-difference')
    expect(difference.textContent).toContain(t('recovery_difference', 2, 1))
    click(`recovery-${how}`)
    click('keep-recovery')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(result))
  })
})

describe('a text that was picked to be kept', () => {
  it('is offered for any account, and gone once it is kept or not wanted', async () => {
    const picked = { value: 'open sesame\nfriend 42' as string | null }
    await open([account('ada', { sites: [] })], { picked })
    expect((await screen.findByTestId('recovery-offer')).textContent).toContain('friend 42')
    click('drop-recovery')
    await waitFor(() => expect(picked.value).toBeNull())
    expect(screen.queryByTestId('recovery-offer')).toBeNull()
  })
})

describe('a page that asks for a recovery code', () => {
  const look = { kind: 'recovery', frame: null } as const
  const recoveryCodes = codes.map(left)

  it('has one filled by a click alone; it is ticked off, and can be put back', async () => {
    const opened = await open([account('ada', { recoveryCodes })], {
      look,
      recoveryFill: async ({ vault }) => {
        await vault.change(nowMs, (document) =>
          markRecoveryCode(document, 'ada', codes[0] ?? '', nowMs),
        )
        return { kind: 'filled', usedAtMs: nowMs, left: 2 }
      },
    })
    await screen.findByTestId('fill-recovery')
    expect(opened.log.some((line) => line.startsWith('recovery'))).toBe(false)
    click('fill-recovery')
    await screen.findByTestId('put-back')
    expect(opened.log.filter((line) => line.startsWith('recovery'))).toEqual(['recovery 7 ada'])
    await waitFor(() =>
      expect(screen.getByTestId('recovery-left').textContent).toBe(t('recovery_left', 2, 3)),
    )
    expect(screen.getByText(t('recovery_few'), { exact: false })).toBeTruthy()
    click('put-back')
    await waitFor(async () => expect(await keptOf(opened)).toEqual(recoveryCodes))
  })

  it('says why none was filled', async () => {
    await open([account('ada', { recoveryCodes })], { look })
    await screen.findByTestId('fill-recovery')
    click('fill-recovery')
    expect(await screen.findByText(t('recovery_no_field'))).toBeTruthy()
  })

  it('is offered none of an account that has none', async () => {
    await open([account('ada')], { look })
    await screen.findByTestId('page-asks')
    expect(screen.queryByTestId('fill-recovery')).toBeNull()
  })
})
