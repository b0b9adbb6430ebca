import { expect, test } from 'vitest'
import { readFound } from '@/components/model/found'
import { anAccount, documentOf } from './fake-vault'
import { reading } from './reading'

const uri = 'otpauth://totp/Example:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const known = documentOf(anAccount())

test('a new set-up code has nothing in the vault beside it', () => {
  expect(readFound(reading(uri), documentOf())).toMatchObject([
    { kind: 'account', saved: null, rival: null },
  ])
})

test('a set-up code whose secret is in the vault is saved already', () => {
  expect(readFound(reading(uri), known)).toMatchObject([{ saved: { id: 'a1' }, rival: null }])
})

test('the same name with another secret is a difference', () => {
  const other = uri.replace('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ')
  expect(readFound(reading(other), known)).toMatchObject([{ saved: null, rival: { id: 'a1' } }])
})

test('the same secret with other digits is a difference, and nothing saved already', () => {
  expect(readFound(reading(`${uri}&digits=8`), known)).toMatchObject([
    { saved: null, rival: { id: 'a1' } },
  ])
})

test('a code that is there twice is found once', () => {
  expect(readFound(reading(uri, `${uri}&period=30`, uri), null)).toHaveLength(1)
})

test('an account in the trash is neither saved nor in the way', () => {
  const trashed = documentOf(anAccount({ deletedAtMs: 1 }))
  expect(readFound(reading(uri), trashed)).toMatchObject([{ saved: null, rival: null }])
})

test('a locked vault does not keep a set-up code from being seen', () => {
  expect(readFound(reading(uri), null)).toMatchObject([{ kind: 'account', saved: null }])
})

test.each([
  ['https://example.org/ticket', { kind: 'link', url: 'https://example.org/ticket' }],
  ['WIFI:S:home;P:secret;;', { kind: 'other' }],
  ['javascript:alert(1)', { kind: 'other' }],
  ['just words', { kind: 'other' }],
  ['otpauth-migration://offline?data=abc', { kind: 'migration' }],
  ['otpauth://totp/x?secret=10', { kind: 'broken', code: 'secret-character' }],
  ['otpauth://push/x?secret=JBSWY3DP', { kind: 'broken', code: 'otpauth-type-unknown' }],
])('%s is told for what it is', (payload, expected) => {
  expect(readFound(reading(payload), documentOf())).toMatchObject([expected])
})

test('set-up codes stand before everything else', () => {
  const found = readFound(
    reading('https://example.org', 'words', uri, uri.replace('ada', 'eve')),
    null,
  )
  expect(found.map(({ kind }) => kind)).toEqual(['account', 'account', 'link', 'other'])
})

test('what could not be read whole is told beside the rest, before what is no set-up code', () => {
  const shown = { ...reading('https://example.org', uri), hasPart: true, hasCut: true }
  const kinds = readFound(shown, null).map(({ kind }) => kind)
  expect(kinds).toEqual(['account', 'cut', 'part', 'link'])
})

const secret = 'GEZDGNBVGY3TQOJQ'

test('a key that stands there as text is offered behind the codes', () => {
  const shown = { ...reading(uri, 'https://example.org'), keys: [secret] }
  expect(readFound(shown, null).map(({ kind }) => kind)).toEqual(['account', 'key', 'link'])
})

test('a key that a code says too, or that is saved, is not offered', () => {
  const shown = { ...reading(uri), keys: ['JBSWY3DPEHPK3PXP'] }
  expect(readFound(shown, null).map(({ kind }) => kind)).toEqual(['account'])
  expect(readFound({ ...shown, payloads: [] }, known)).toEqual([])
})
