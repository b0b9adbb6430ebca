import { expect, test } from 'vitest'
import { warningTexts } from '@/components/account/warning-text'
import { t } from '@/components/i18n'

const differs = (issuer: string, prefix: string) =>
  warningTexts([{ code: 'issuer-differs', detail: { issuer, prefix } }])[0] ?? ''
const isolated = (text: string) => `\u2068${text}\u2069`

test('names stand isolated in their sentence', () => {
  const sentence = t('warning_issuer_differs', isolated('Example'), isolated('دال'))
  expect(differs('Example', 'دال')).toBe(sentence)
})

test('what would turn the sentence around or be invisible comes out by its number', () => {
  const sentence = t('warning_issuer_differs', isolated('aU+202Eb'), isolated('cU+200Bd'))
  expect(differs('a\u202eb', 'c\u200bd')).toBe(sentence)
})

test.each(['\u2069', '\u2068', '\u2066'])('a name cannot leave its isolation (%j)', (mark) => {
  expect(differs(`a${mark}`, 'b').match(/[\u2066-\u2069]/gu)).toHaveLength(4)
})

test('long names are cut, never through a character', () => {
  expect(differs('x'.repeat(900), 'y'.repeat(900)).length).toBeLessThan(220)
  expect(differs(`${'x'.repeat(59)}😀😀`, 'b')).toContain(isolated(`${'x'.repeat(59)}…`))
})

test('a refused site is treated as a name', () => {
  const warnings = [{ code: 'site-refused', detail: { site: 'ftp://a\u202eb' } }] as const
  expect(warningTexts(warnings)).toEqual([t('warning_site_refused', isolated('ftp://aU+202Eb'))])
})

test('the same sentence is said once, and none where users need not know', () => {
  const warning = { code: 'parameter-repeated', detail: {} } as const
  const steam = { code: 'steam-by-issuer', detail: {} } as const
  expect(warningTexts([warning, steam, warning])).toEqual([t('warning_parameter_repeated')])
})
