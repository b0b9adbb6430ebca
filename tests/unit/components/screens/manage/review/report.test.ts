import { expect, test } from 'vitest'
import { reportOf, reportText } from '@/components/screens/manage/review/report'
import { chosenOf } from '@/components/screens/manage/review/selection'
import { bareEntry, type ImportedEntry } from '@/utils/backup/parsed-backup'
import type { Comparison } from '@/utils/backup/preview'

const secret = 'JBSWY3DPEHPK3PXP'
const entry = (issuer: string, over: Partial<ImportedEntry> = {}): ImportedEntry => ({
  ...bareEntry,
  issuer,
  label: 'ada',
  parameters: { type: 'steam', secretBase32: secret },
  ...over,
})

const comparison: Comparison = {
  fresh: [entry('New'), entry('Unticked'), entry('Trashed', { trashed: true })],
  same: [entry('There')],
  differing: [],
  unsupported: [{ type: 'motp', title: 'VPN', raw: { type: 'motp', secret } }],
  problems: [{ position: 3, title: 'Broken\n- Added', code: 'secret-missing', detail: {} }],
  settings: null,
  extra: {},
}
const [, unticked] = comparison.fresh
const choices = new Map(unticked ? [[unticked, 'skip' as const]] : [])
const review = {
  comparison,
  choices,
  chosen: chosenOf(comparison, choices),
  choose: () => undefined,
  save: async () => undefined,
}

test('the report of an import has every entry once, by name', () => {
  const { problems, ...lines } = reportOf(review)
  expect(lines).toEqual({
    added: ['New: ada'],
    replaced: [],
    kept: ['VPN'],
    same: ['There: ada'],
    left: ['Unticked: ada', 'Trashed: ada'],
  })
  expect(problems).toHaveLength(1)
})

test('its text has a line for each, whatever their names, and no secret', () => {
  const text = reportText(reportOf(review), 'today')
  expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(6)
  expect(text).toContain('- Broken - Added: ')
  expect(text).not.toContain(secret)
})
