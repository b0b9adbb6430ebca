// @vitest-environment happy-dom
import { cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { migrationPart } from '@/tests/unit/utils/backup/migration-part'
import { reading } from '../../model/reading'
import { click, openPopup } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const parts = [migrationPart(0, 3), migrationPart(1, 3), migrationPart(2, 3)] as const
const [first, second, third] = parts

/** A popup on a page that shows these; `drafts` outlives it. */
const open = (drafts: Map<string, string>, ...payloads: string[]) =>
  openPopup({
    password: 'right',
    unlocked: true,
    drafts,
    site: { scan: async () => reading(...payloads) },
  })
const state = async () => (await screen.findByTestId('series-state')).textContent

test('codes shown one after the other are kept until all are there, then reviewed and saved', async () => {
  const drafts = new Map<string, string>()
  await open(drafts, first)
  expect(await state()).toContain('1 of 3')
  await waitFor(() => expect(drafts.has('popup-series')).toBe(true))
  const before = drafts.get('popup-series')
  cleanup()
  await open(drafts, third)
  await waitFor(async () => expect(await state()).toBe('2 of 3 read. Missing: 2.'))
  await waitFor(() => expect(drafts.get('popup-series')).not.toBe(before))
  cleanup()
  const { fake } = await open(drafts, second)
  await screen.findByTestId('save-all')
  expect(fake.document.accounts).toEqual([])
  click('save-all')
  await waitFor(() => expect(fake.document.accounts).toHaveLength(3))
  await waitFor(() => expect(drafts.has('popup-series')).toBe(false))
})

test('all codes on one page are one series', async () => {
  await open(new Map(), ...parts)
  await screen.findByTestId('save-all')
})

test('it may be ended early, with what was read', async () => {
  await open(new Map(), first)
  await state()
  click('series-finish')
  await screen.findByTestId('save-all')
})

test('a cancelled one is forgotten', async () => {
  const drafts = new Map<string, string>()
  await open(drafts, first)
  await state()
  click('series-drop')
  await waitFor(() => expect(screen.queryByTestId('series-state')).toBeNull())
  await waitFor(() => expect(drafts.has('popup-series')).toBe(false))
})

test('a code that is none is told', async () => {
  await open(new Map(), 'otpauth-migration://offline?data=%%%')
  await screen.findByTestId('series-drop')
  expect(screen.queryByTestId('series-finish')).toBeNull()
})
