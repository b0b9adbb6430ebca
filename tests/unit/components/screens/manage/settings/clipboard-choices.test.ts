import { expect, test } from 'vitest'
import { t } from '@/components/i18n'
import { clipboardChoices } from '@/components/screens/manage/settings/clipboard-choices'

test.each([
  [30, ['10', '30', '60', '120', '0']],
  [0, ['10', '30', '60', '120', '0']],
  [45, ['10', '30', '45', '60', '120', '0']],
])('with %d seconds chosen the choices are %j', (current, values) => {
  expect(clipboardChoices(current).map(({ value }) => value)).toEqual(values)
})

test('no seconds is said as never', () => {
  expect(clipboardChoices(30).at(-1)?.text).toBe(t('manage_clipboard_never'))
})
