// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { clearToasts } from '@/components/ui/toasts'
import type { PageLook } from '@/utils/messages/contract'
import type { Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { here } from './fake-services'
import { click, openPopup, textOf } from './open-popup'

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

test('the notice of a mailed code is not repeated by the click that it spoke of', async () => {
  const look = { kind: 'sent', frame: null } as const
  await open([account('ada')], { look, fill: { kind: 'other-prompt', prompt: 'sent' } })
  await screen.findByTestId('page-asks')
  click('fill-code')
  await screen.findByText(t('fill_not_this'))
  expect(screen.getAllByText(t('fill_prompt_sent'))).toHaveLength(1)
})

test('a click on a page that was not looked at before says where the mailed code is', async () => {
  await open([account('ada')], { fill: { kind: 'other-prompt', prompt: 'sent' } })
  click('fill-code')
  await screen.findByText(t('fill_prompt_sent'))
})

describe('attacks: a frame and the page around it are two sites', () => {
  const bank = anAccount({ id: 'bank', sites: [{ ...boundHere, origin: 'https://bank.example' }] })
  const frame = { host: 'bank.example', accountIds: ['bank'] }

  it('both are named before a code for the frame can be copied into the page', async () => {
    await open([bank], { look: { kind: null, frame } })
    const section = await screen.findByTestId('frame-accounts')
    expect(section.textContent).toContain('bank.example')
    expect(textOf('frame-belongs')).toBe(t('frame_belongs', inSentence(here.host)))
    expect(section.querySelector('[data-testid=copy-code]')).toBeTruthy()
  })

  it('no row of the list offers it once more, without that word', async () => {
    await open([bank, anAccount({ id: 'other' })], { look: { kind: null, frame } })
    await screen.findByTestId('frame-accounts')
    await waitFor(async () => expect(await rows()).toEqual(['bank', 'other']))
  })

  it('a fill that found no field names where the code of the frame belongs, and not the page', async () => {
    await open([bank], { look: { kind: null, frame }, fill: { kind: 'no-field' } })
    await screen.findByTestId('frame-accounts')
    click('fill-code')
    await screen.findByText(t('fill_no_field', inSentence('bank.example')))
  })

  it('a stranger in a frame of a bound page is told of: its codes do not belong there', async () => {
    const stranger = { host: 'evil.example', accountIds: [] }
    await open([account('ada')], { look: { kind: null, frame: stranger } })
    const told = await screen.findByTestId('frame-stranger')
    expect(told.textContent).toBe(
      t('frame_stranger', inSentence('evil.example'), inSentence(here.host)),
    )
    expect(screen.queryByTestId('frame-accounts')).toBeNull()
  })

  it('a stranger in a frame of any other page is none of our business', async () => {
    const stranger = { host: 'evil.example', accountIds: [] }
    const seen: PageLook = { kind: null, frame: stranger }
    let isTold = false
    const look = Promise.resolve(seen).finally(() => {
      isTold = true
    })
    await open([bank], { look })
    await waitFor(() => expect(isTold).toBe(true))
    await screen.findByTestId('scan-again')
    expect(screen.queryByTestId('frame-stranger')).toBeNull()
  })
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
