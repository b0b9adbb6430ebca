import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errorText, t } from '@/components/i18n'
import messages from '@/public/_locales/en/messages.json'
import { errorCodes } from '@/utils/errors/app-error'
import { productName } from '@/utils/product'

const root = join(import.meta.dirname, '../../..')
const keys = Object.keys(messages)
const sources = ['components', 'entrypoints', 'utils']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(root, folder, name), 'utf8')),
  )
  .concat(readFileSync(join(root, 'wxt.config.ts'), 'utf8'))
  .join('\n')

test.each(errorCodes)('%s has a sentence that says what happened and what to do next', (code) => {
  const text = errorText(code, { character: '0' })
  expect(text).toMatch(/^[A-Z“].+[.:;,].+\.$/)
  expect(text).not.toContain('?')
})

test('every error sentence belongs to an error code', () => {
  const known = new Set(errorCodes.map((code) => `error_${code.replaceAll('-', '_')}`))
  expect(keys.filter((key) => key.startsWith('error_') && !known.has(key))).toEqual([])
})

test('every message is used somewhere', () => {
  const unused = keys.filter(
    (key) =>
      !key.startsWith('error_') && !sources.includes(`'${key}'`) && !sources.includes(`_${key}_`),
  )
  expect(unused).toEqual([])
})

test('keys are sorted and legal, and no message is empty', () => {
  expect(keys).toEqual([...keys].sort())
  expect(keys.filter((key) => !/^[A-Za-z0-9_]+$/.test(key))).toEqual([])
  expect(Object.values(messages).filter(({ message }) => message.trim() === '')).toEqual([])
})

test('no message writes the product name out', () => {
  expect(Object.values(messages).filter(({ message }) => message.includes(productName))).toEqual([])
})

test('the product name stands where a message says {app}', () => {
  expect(errorText('vault-newer')).toContain(`a newer ${productName}.`)
})

test('facts of an error stand in its sentence', () => {
  expect(errorText('secret-character', { character: '8' })).toContain('“8”')
})

test('a message without substitutions is given as written', () => {
  expect(t('manifestDescription')).toBe(messages.manifestDescription.message)
})

test.each(['{app}', '{x}', '$1', '$$', '$&'])(
  '%s in a name from outside stands in the sentence as it is',
  (name) => {
    expect(t('add_done', name)).toBe(t('add_done', 'NAME').replace('NAME', () => name))
    expect(errorText('secret-character', { character: name })).toContain(`“${name}”`)
  },
)

test('messages name each thing from outside by its number, and at most three of them', () => {
  const strange = Object.values(messages).filter(({ message }) => /\$(?![1-3])/.test(message))
  expect(strange).toEqual([])
})
