// @vitest-environment happy-dom
import { cleanup, configure, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { reading } from '../../model/reading'
import { here } from './fake-services'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const uri = 'otpauth://totp/Other:eve?secret=GEZDGNBVGY3TQOJQ&issuer=Other'
const open = (site: NonNullable<Parameters<typeof openPopup>[0]>['site']) =>
  openPopup({ password: 'right', unlocked: true, site: site ?? {} })

test('where no set-up code was found, the user may mark one on a picture of the page', async () => {
  const { log } = await open({ scan: async () => ({ ...reading(), hasCut: true }) })
  await screen.findByTestId('mark-code')
  click('mark-code')
  expect(log).toEqual(['draw'])
})

test('where one was found, and on pages of the browser, there is nothing to mark', async () => {
  await open({ scan: async () => reading(uri) })
  await screen.findByTestId('found-account')
  expect(screen.queryByTestId('mark-code')).toBeNull()
  cleanup()
  await open({ activeTab: async () => ({ ...here, url: 'about:addons', origin: null }) })
  await screen.findByTestId('scan-again')
  expect(screen.queryByTestId('mark-code')).toBeNull()
})
