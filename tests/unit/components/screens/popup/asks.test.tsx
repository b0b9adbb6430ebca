// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here } from './fake-services'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
beforeEach(clearToasts)
afterEach(cleanup)

const boundHere: Site = { origin: here.origin, match: 'origin', fill: 'arrival' }
const account = (id: string, site: Partial<Site> = {}) =>
  anAccount({ id, label: id, sites: [{ ...boundHere, ...site }] })
const open = (accounts = [account('ada')], more: Parameters<typeof openPopup>[0] = {}) =>
  openPopup({ password: 'right', unlocked: true, document: documentOf(...accounts), ...more })
const rows = async () =>
  (await screen.findAllByTestId('account-row')).map((row) => row.getAttribute('data-account-id'))

describe('the accounts of a page, where there are several', () => {
  it.each<[string, string | undefined, string[]]>([
    ['as they are', undefined, ['ada', 'bob', 'eve']],
    ['the one whose user name was typed before', 'EVE', ['eve', 'ada', 'bob']],
  ])('stand in this order: %s', async (_, userName, ids) => {
    await open(
      ['ada', 'bob', 'eve'].map((id) => account(id)),
      userName ? { userName } : {},
    )
    await screen.findByText(t('choose_text'))
    expect(await rows()).toEqual(ids)
  })

  it('stand the last chosen first, after the one of a remembered user name', async () => {
    const accounts = [
      account('ada'),
      account('bob', { chosenAtMs: 5 }),
      account('eve', { chosenAtMs: 4, userNames: ['work'] }),
    ]
    await open(accounts, { userName: 'work' })
    await screen.findByText(t('choose_text'))
    expect(await rows()).toEqual(['eve', 'bob', 'ada'])
  })
})

test.each([
  ['sent', t('fill_prompt_sent')],
  ['recovery', t('fill_prompt_recovery')],
] as const)('a page that asks for another code is named: %s', async (kind, sentence) => {
  await open([account('ada')], { look: { kind, frame: null } })
  expect((await screen.findByTestId('page-asks')).textContent).toBe(sentence)
})

test.each(['authenticator', 'unknown'] as const)(
  'a page that asks for a code says nothing: %s',
  async (kind) => {
    await open([account('ada')], { look: { kind, frame: null } })
    await screen.findByTestId('fill-code')
    expect(screen.queryByTestId('page-asks')).toBeNull()
  },
)

test('a fill that met another prompt says where to look for its code', async () => {
  await open([account('ada')], { fill: { kind: 'other-prompt', prompt: 'recovery' } })
  click('fill-code')
  await screen.findByText(t('fill_prompt_recovery'))
})

test('a frame of another site is filled after both sites were named, and not before', async () => {
  const other = anAccount({ id: 'bank', sites: [{ ...boundHere, origin: 'https://bank.example' }] })
  const { log } = await open([other], {
    look: { kind: null, frame: { host: 'bank.example', accountIds: ['bank'] } },
    fill: { kind: 'other-frame', frameHost: 'bank.example', topHost: here.host },
  })
  await screen.findByTestId('frame-accounts')
  click('fill-code')
  await screen.findByText(t('fill_other_frame', 'bank.example', here.host))
  expect(log).toEqual(['fill 7 bank'])
  click('fill-frame')
  await waitFor(() => expect(log).toEqual(['fill 7 bank', 'fill 7 bank in its frame', 'close']))
})
