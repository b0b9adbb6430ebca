import { describe, expect, it } from 'vitest'
import { trashAccount } from '@/utils/vault/accounts'
import { findDuplicate, findNamesakes } from '@/utils/vault/duplicates'
import { totpAccount, withAccounts } from './samples'

const known = totpAccount('a')
const document = withAccounts(known)

describe('a duplicate', () => {
  it('has the same secret and type, whatever it is called', () => {
    expect(findDuplicate(document, totpAccount('x', 'Other name'))).toEqual(known)
    expect(findDuplicate(document, totpAccount('x', 'GitHub', 'GEZDGNBV'))).toBeNull()
    const steam = { ...known, parameters: { type: 'steam', secretBase32: 'JBSWY3DPEHPK3PXP' } }
    expect(findDuplicate(document, steam as typeof known)).toBeNull()
  })

  it('is not found in the trash', () => {
    expect(findDuplicate(trashAccount(document, 'a', 1), known)).toBeNull()
  })
})

describe('a namesake', () => {
  const other = totpAccount('x', ' github', 'GEZDGNBV')

  it('has the same issuer and label, case and outer spaces aside, and another secret', () => {
    expect(findNamesakes(document, other)).toEqual([known])
    expect(findNamesakes(document, known)).toEqual([])
    expect(findNamesakes(document, { ...other, label: 'bob' })).toEqual([])
  })

  it('needs a name', () => {
    const nameless = { issuer: '', label: ' ' }
    const unnamed = withAccounts({ ...known, ...nameless })
    expect(findNamesakes(unnamed, { ...other, ...nameless })).toEqual([])
  })
})
