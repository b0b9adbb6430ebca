import { describe, expect, test } from 'vitest'
import { chosenOf, countChosen } from '@/components/screens/manage/review/selection'
import { bareEntry, type ImportedEntry } from '@/utils/backup/parsed-backup'
import { compare } from '@/utils/backup/preview'
import { anAccount, documentOf } from '../../../model/fake-vault'

const entry = (over: Partial<ImportedEntry>): ImportedEntry => ({
  ...bareEntry,
  ...anAccount(),
  recoveryCodes: [],
  id: null,
  ...over,
})
const totp = (secretBase32: string) => ({ ...anAccount().parameters, secretBase32 }) as never

const fresh = entry({ issuer: 'New', parameters: totp('AAAAAAAAAAAAAAAA') })
const other = entry({ parameters: totp('BBBBBBBBBBBBBBBB') })
const comparison = compare(
  {
    entries: [fresh, other, entry({})],
    unsupported: [],
    problems: [],
    settings: null,
    extra: { kept: 1 },
  },
  documentOf(anAccount()),
)

describe('what is applied', () => {
  test('by default is what is new, and nothing that changes what is there', () => {
    const chosen = chosenOf(comparison, new Map())
    expect(chosen.entries).toEqual([fresh])
    expect(chosen.replacements).toEqual([])
    expect(countChosen(chosen)).toBe(1)
  })

  test('leaves out what was unticked', () => {
    expect(countChosen(chosenOf(comparison, new Map([[fresh, 'skip']])))).toBe(0)
  })

  test('adds a differing one beside the old where both are wanted', () => {
    const chosen = chosenOf(comparison, new Map([[other, 'add']]))
    expect(chosen.entries).toEqual([fresh, other])
  })

  test('replaces only where that was said', () => {
    const chosen = chosenOf(comparison, new Map([[other, 'replace']]))
    expect(chosen.replacements.map((each) => each.entry)).toEqual([other])
    expect(chosen.entries).toEqual([fresh])
  })

  test('carries along what this version does not know', () => {
    expect(chosenOf(comparison, new Map()).extra).toEqual({ kept: 1 })
  })
})
