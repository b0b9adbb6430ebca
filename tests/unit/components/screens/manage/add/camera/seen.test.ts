import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  isComplete,
  isInVain,
  nothingSeen,
  textOfSeen,
  withReading,
} from '@/components/screens/manage/add/camera/seen'
import { statesOf } from '@/utils/backup/migration-series'

const fixtures = path.resolve(import.meta.dirname, '../../../../../../fixtures/imports')
const [first = '', second = ''] = readFileSync(
  path.join(fixtures, 'google-parts.txt'),
  'utf8',
).split('\r\n')
const uri = 'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const link = 'https://evil.example/?next=javascript:alert(1)'

const read = (...payloads: readonly string[]) => ({ payloads, hasPart: false, hasCut: false })
const part = { payloads: [], hasPart: true, hasCut: false }
const after = (...readings: readonly Parameters<typeof withReading>[1][]) =>
  readings.reduce(withReading, nothingSeen)

test.each([
  ['an account', [read(uri)]],
  ['a kind that is kept as it is', [read('otpauth://yaotp/me?secret=JBSWY3DPEHPK3PXP')]],
  ['an account beside a web address', [read(link, uri)]],
  ['both codes of an export, in any order', [read(second), read(), read(first)]],
])('%s is all there is to wait for', (_, readings) => {
  const seen = after(...readings)
  expect(isComplete(seen)).toBe(true)
  expect(textOfSeen(seen)).not.toContain('https:')
})

test.each([
  ['nothing', read(), null],
  ['a web address', read(link), { kind: 'link', url: link }],
  ['a network', read('WIFI:S:home;;'), { kind: 'other' }],
  ['one of several codes of a text', part, { kind: 'part' }],
  [
    'a code that is broken',
    read('otpauth://totp/a?secret=0'),
    { kind: 'broken', code: 'secret-character' },
  ],
  [
    'an export that is broken',
    read('otpauth-migration://offline?data=%%'),
    { kind: 'broken', code: 'migration-malformed' },
  ],
])('%s is told, and looked on', (_, reading, told) => {
  const seen = after(reading)
  if (told === null) expect(seen.told).toBeNull()
  else expect(seen.told).toMatchObject(told)
  expect(isComplete(seen)).toBe(false)
})

test('what is told stays until another code is seen', () => {
  expect(after(read(link), read()).told?.kind).toBe('link')
  expect(after(read(link), read(first)).told).toBeNull()
})

test('a code of an export waits for the others; the same one counts once', () => {
  const seen = after(read(first), read(first))
  expect(isComplete(seen)).toBe(false)
  expect(statesOf(seen.series)).toEqual([{ size: 2, read: [1], missing: [2] }])
  expect(textOfSeen(seen)).toBe(first)
})

test('an account seen while codes are missing waits for them, and counts once', () => {
  const seen = after(read(first), read(uri), read(uri))
  expect(isComplete(seen)).toBe(false)
  expect(textOfSeen(withReading(seen, read(second))).split('\n')).toEqual([uri, first, second])
})

test('it is in vain after many looks at nothing, and no more once a code is seen', () => {
  const long = after(...Array.from({ length: 40 }, () => read()))
  expect(isInVain(long)).toBe(true)
  expect(isInVain({ ...long, emptyLooks: long.emptyLooks - 1 })).toBe(false)
  expect(isInVain(withReading(long, read(link)))).toBe(false)
})
