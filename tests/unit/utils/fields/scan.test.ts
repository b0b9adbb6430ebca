import { describe, expect, it } from 'vitest'
import { scanAll as scan } from '@/tests/find-prompts'
import kindVocabulary from '@/utils/fields/kind-vocabulary.json'
import {
  code,
  listCount,
  noun,
  other,
  qualifier,
  recovery,
  sending,
  sent,
} from '@/utils/fields/lists'
import { areClose, has, placesOf } from '@/utils/fields/said'
import { fold, unspaced } from '@/utils/fields/text'
import vocabulary from '@/utils/fields/vocabulary.json'
import { wordLists } from '@/utils/fields/words'
import { packWords, wordsOf } from '../../../../tools/vocabulary.mjs'

const findingWords = wordLists.map(({ finding = '' }) => finding)
const judgingWords = wordLists.map(({ judging = '' }) => judging)

/** Every word of every list, written out. */
const words = [...findingWords.entries(), ...judgingWords.entries()].flatMap(([index, list]) =>
  list
    .split(' ')
    .filter(Boolean)
    .flatMap((pattern) =>
      wordsOf(pattern).map((word) => ({
        list: 1 << index,
        word,
        text: word.replace(/\*/g, '').replace(/_/g, ' '),
      })),
    ),
)

const findsNot = (given: readonly { list: number; text: string }[]) =>
  given.filter(({ list, text }) => !has(scan(text), list)).map(({ text }) => text)

describe('the packed words', () => {
  it('are those of the lists: else run node tools/pack-words.mjs', () => {
    expect(wordLists).toHaveLength(listCount)
    const script = { fold, unspaced }
    expect(packWords(findingWords, script)).toEqual(vocabulary)
    expect(packWords(judgingWords, script)).toEqual(kindVocabulary)
  })

  it('are all found, alone and between others', () => {
    expect(words.length).toBeGreaterThan(600)
    expect(findsNot(words)).toEqual([])
    expect(findsNot(words.map(({ list, text }) => ({ list, text: `Xy ${text}, zw.` })))).toEqual([])
  })

  it('are found with a space missing where one may', () => {
    const joined = words.map(({ list, text }) => ({ list, text: text.replace(/ /g, '') }))
    expect(findsNot(joined)).toEqual([])
  })

  it('are found with digits after them, and with letters where a star says so', () => {
    expect(findsNot(words.map(({ list, text }) => ({ list, text: `${text}2` })))).toEqual([])
    const open = words.filter(({ word }) => word.endsWith('*'))
    expect(findsNot(open.map(({ list, text }) => ({ list, text: `${text}xq` })))).toEqual([])
    const begun = words.filter(({ word }) => word.startsWith('*'))
    expect(findsNot(begun.map(({ list, text }) => ({ list, text: `xq${text}` })))).toEqual([])
  })
})

describe('wordsOf', () => {
  it.each([
    ['codes?', ['code', 'codes']],
    ['(a|b(c|d))e', ['ae', 'bce', 'bde']],
    ['licen[cs]e*', ['licence*', 'license*']],
    ['e_?mail(s|ed)?', ['e_mail', 'e_mails', 'e_mailed']],
  ])('writes %s out', (pattern, written) => {
    expect(wordsOf(pattern)).toEqual(written)
  })
})

describe('scan', () => {
  it.each([
    ['TOTP', code, true],
    ['enter_otp', code, true],
    ['txtConfigure2FATOTP', code, true],
    ['hotplate', code, false],
    ['passcode', noun, true],
    ['code2', noun, true],
    ['codec', noun, false],
    ['pinned', noun, false],
    ['spin', noun, false],
    ['tokenize', noun, false],
    ['digital', qualifier, false],
    ['digits', qualifier, true],
    ['presented', sent, false],
    ['Licenses', other, true],
    ['CVC', other, true],
    ['unlicensed cvvs', other, true],
    ['xcvv cvvs', other, false],
    ['ご認証を', qualifier, true],
    ['Wir haben ihn zugeschickt', sent, true],
    ['Send it', sending, true],
    ['Sender', sending, false],
    ['Zendt', sending, true],
  ])('%s: list %i, %s', (text, list, expected) => {
    expect(has(scan(text), list)).toBe(expected)
  })

  it('tells where the words of a list are', () => {
    const said = scan('A code of the app, or a recovery code')
    expect(said.plain).toBe(' a code of the app or a recovery code ')
    expect(placesOf(said, noun)).toEqual([3, 33])
    expect(placesOf(said, recovery)).toEqual([23])
  })
})

describe('areClose', () => {
  it.each([
    ['Verification code', true],
    ['The code to verify', true],
    ['Verify your e-mail address and have a look at all codes', false],
    ['Code', false],
  ])('of %j: %s', (text, expected) => {
    expect(areClose(qualifier, noun, scan(text))).toBe(expected)
  })
})
