// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, test } from 'vitest'
import button from '@/components/ui/Button.module.css'
import { clearToasts } from '@/components/ui/toasts'
import type { PageLook } from '@/utils/messages/contract'
import type { Account, Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { here } from './fake-services'
import { click, openPopup } from './open-popup'

// [Note: One thing to do]: at most one button stands out, and Enter presses what the page calls for.

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const uri = 'otpauth://totp/Example:new?secret=GEZDGNBVGY3TQOJQ&issuer=Example'
const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const account = (id: string, more: Partial<Account> = {}) =>
  anAccount({ id, label: id, sites: [boundHere], ...more })
const recoveryCodes = ['k7mf-p2xq', 'x92a-bb7c'].map((code) => ({ code, usedAtMs: null }))
const open = (accounts: readonly Account[], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts), ...more })
/** The test ids of the buttons that stand out. */
const leading = () =>
  [...document.querySelectorAll(`.${button.primary}`)].map((each) =>
    each.getAttribute('data-testid'),
  )
const asks = (kind: PageLook['kind']): PageLook => ({ kind, frame: null })

test('filling the code stands out where the page wants it, for the first account alone', async () => {
  await open([account('ada'), account('bob')], { look: asks('authenticator') })
  await waitFor(() => expect(screen.getAllByTestId('fill-code')).toHaveLength(2))
  expect(leading()).toEqual(['fill-code'])
})

it.each<[string, Account, PageLook['kind'], string[]]>([
  ['a recovery code is', account('ada', { recoveryCodes }), 'recovery', ['fill-recovery']],
  ['nothing is that has no recovery code', account('ada'), 'recovery', []],
  ['nothing is on a page that has sent its code', account('ada'), 'sent', []],
])('%s what stands out', async (_, ada, kind, ids) => {
  await open([ada, account('bob')], { look: asks(kind) })
  await screen.findByTestId('page-asks')
  await waitFor(() => expect(leading()).toEqual(ids))
})

it('is filling a recovery code, too, where only a click told that the page asks for one', async () => {
  const fill = { kind: 'other-prompt', prompt: 'recovery' } as const
  await open([account('ada', { recoveryCodes })], { fill })
  click('fill-code')
  await screen.findByTestId('fill-recovery')
  expect(leading()).toEqual(['fill-recovery'])
})

it('is keeping recovery codes where the page shows some', async () => {
  const pageText = { title: 'Shelf', text: 'Your recovery codes\nk7mf-p2xq\nx92a-bb7c\n4j4k-aa81' }
  await open([account('ada')], { pageText })
  await screen.findByTestId('keep-recovery')
  await waitFor(() => expect(leading()).toEqual(['keep-recovery']))
  click('drop-recovery')
  await waitFor(() => expect(leading()).toEqual(['fill-code']))
})

it('is saving a found account, under Enter, and filling it once it is saved', async () => {
  await open([account('ada')], { site: { scan: async () => reading(uri) } })
  const save = await screen.findByTestId('save-account')
  await waitFor(() => expect(document.activeElement).toBe(save))
  expect(leading()).toEqual(['save-account'])
  click('save-account')
  await waitFor(() => expect(screen.queryByTestId('save-account')).toBeNull())
  const first = () => screen.getAllByTestId('account-row')[0]
  await waitFor(() => expect(first()?.getAttribute('data-account-id')).toBe('new-1'))
  const fill = first()?.querySelector('[data-testid=fill-code]')
  await waitFor(() => expect(document.activeElement).toBe(fill))
  expect(leading()).toEqual(['fill-code'])
})
