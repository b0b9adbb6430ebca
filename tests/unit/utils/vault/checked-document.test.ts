import { describe, expect, it } from 'vitest'
import { checkedDocument } from '@/utils/vault/checked-document'
import { totpAccount, withAccounts } from './samples'

describe('checkedDocument', () => {
  it('refuses what would not open again, without quoting it', () => {
    const wrong = withAccounts({ ...totpAccount('a'), note: 5 as unknown as string })
    expect(() => checkedDocument(wrong)).toThrow('edit gave an ill-shaped document')
  })

  it('checks every account that an edit touched, among many that it left alone', () => {
    const opened = withAccounts(totpAccount('a'), totpAccount('b'))
    const [a, b] = opened.accounts
    if (!a || !b) throw new Error('no accounts')
    const edited = { ...b, note: 'changed' }
    const fine = { ...opened, accounts: [a, edited] }
    expect(checkedDocument(fine, opened)).toEqual(fine)
    const wrong = [{ ...b, note: 5 }, { ...b, parameters: { ...b.parameters, digits: 0 } }, null]
    for (const bad of wrong) {
      const edit = { ...opened, accounts: [a, bad as typeof b] }
      expect(() => checkedDocument(edit, opened)).toThrow('ill-shaped')
    }
    expect(() => checkedDocument({ ...opened, schema: 2 as 1 }, opened)).toThrow('ill-shaped')
  })
})
