// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { emptyForm } from '@/components/account/form-values'
import { SitesField } from '@/components/account/SitesField'
import type { Site } from '@/utils/vault/document'
import { noFacts } from '../model/no-facts'

afterEach(cleanup)

const siteFacts = async () => ({
  ...noFacts,
  siteOf: (issuer: string) =>
    issuer === 'Example' ? { name: issuer, origins: ['https://example.org'] } : null,
  hostsFor: () => ['https://id.example.org', 'https://www.example.org'],
})
const good: Site = { origin: 'https://example.org', match: 'origin', fill: 'arrival' }

test.each(['', 'nonsense', 'http://example.com'])(
  'the site %j, where no code goes, is shown as text and can be taken away',
  (origin) => {
    const set = vi.fn()
    const values = { ...emptyForm, sites: [{ ...good, origin }, good] }
    render(<SitesField {...{ values, set, siteFacts }} error={undefined} pageOrigin={null} />)
    const [line] = screen.getAllByTestId('form-site')
    expect(line?.querySelector('select')).toBeNull()
    expect(line?.textContent).toContain(origin)
    const remove = line?.querySelector('button')
    if (remove) fireEvent.click(remove)
    expect(set).toHaveBeenCalledWith({ sites: [good] })
  },
)

test('submitting after a fill is off until it is ticked', () => {
  const set = vi.fn()
  const values = { ...emptyForm, sites: [good] }
  render(<SitesField {...{ values, set, siteFacts }} error={undefined} pageOrigin={null} />)
  const box = screen.getByTestId('form-submit')
  expect(box).toHaveProperty('checked', false)
  fireEvent.click(box)
  expect(set).toHaveBeenCalledWith({ sites: [{ ...good, submit: true }] })
})

test('known login hosts are listed, and added by a click: those that are ticked', async () => {
  const set = vi.fn()
  const values = { ...emptyForm, sites: [good] }
  render(<SitesField {...{ values, set, siteFacts }} error={undefined} pageOrigin={null} />)
  const known = within(await screen.findByTestId('known-hosts'))
  const [, second] = known.getAllByRole('checkbox')
  if (second) fireEvent.click(second)
  expect(set).not.toHaveBeenCalled()
  fireEvent.click(screen.getByTestId('add-known'))
  expect(set).toHaveBeenCalledWith({ sites: [good, { ...good, origin: 'https://id.example.org' }] })
})

test('an account without a site is offered the one of its issuer', async () => {
  const values = { ...emptyForm, issuer: 'Example' }
  render(
    <SitesField {...{ values, set: vi.fn(), siteFacts }} error={undefined} pageOrigin={null} />,
  )
  expect((await screen.findByTestId('known-hosts')).textContent).toContain('example.org')
})
