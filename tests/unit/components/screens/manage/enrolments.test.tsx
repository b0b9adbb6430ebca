// @vitest-environment happy-dom
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { goTo } from '@/components/screens/manage/route'
import type { Account, Site } from '@/utils/vault/document'
import { anAccount, documentOf } from '../../model/fake-vault'
import { fakeServices, nowMs } from './fake-services'
import { showManage } from './show-manage'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const origin = 'https://example.org:8443'
const bound: Site = { origin, match: 'origin', fill: 'arrival' }
const enrolment = { origin, startedAtMs: 2 }
const older = anAccount({ id: 'older', sites: [bound], createdAtMs: 1 })
const newer = anAccount({ id: 'newer', sites: [bound], createdAtMs: 2, enrolment })

async function open(...accounts: Account[]) {
  goTo('accounts', { replace: true })
  const made = fakeServices({ password: 'right', document: documentOf(...accounts) })
  await showManage(made.services, 'right')
  await screen.findAllByTestId('account-row')
  return made
}

test('an unconfirmed account is marked, with what to do and where', async () => {
  await open(newer)
  expect((await screen.findByTestId('unconfirmed')).textContent).toBe(
    t('enrol_go_back', 'example.org:8443'),
  )
  expect(screen.getByTestId('account-row').textContent).toContain(t('enrol_row'))
})

test('it is confirmed by a word of the user, and the older one goes by another', async () => {
  const { fake } = await open(older, newer)
  fireEvent.click(await screen.findByTestId('enrol-works'))
  fireEvent.click(await screen.findByTestId('enrol-supersede'))
  await waitFor(() => expect(screen.queryByTestId('enrol-supersede')).toBeNull())
  expect(fake.document.accounts).toMatchObject([{ deletedAtMs: nowMs }, { deletedAtMs: null }])
})

test('accounts that came by other ways, and those in the trash, are not marked', async () => {
  await open(older, { ...newer, deletedAtMs: nowMs })
  expect(screen.queryByTestId('unconfirmed')).toBeNull()
  expect(screen.getByTestId('account-row').textContent).not.toContain(t('enrol_row'))
})

test('an origin that is none, out of a document that somebody made, hides no account', async () => {
  await open({ ...newer, enrolment: { ...enrolment, origin: 'nonsense' } })
  expect((await screen.findByTestId('unconfirmed')).textContent).toBe(t('enrol_fill_here'))
})
