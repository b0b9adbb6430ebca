import { expect, test } from 'vitest'
import { accountFromDraft, putAccount } from '@/utils/vault/account-draft'
import { newAccount } from '@/utils/vault/accounts'
import { emptyDocument } from '@/utils/vault/document'

const reviewed = newAccount(
  {
    issuer: 'Example',
    label: 'ada',
    parameters: { type: 'steam', secretBase32: 'JBSWY3DPEHPK3PXP' },
  },
  { id: 'a', nowMs: 1 },
)

test('a draft gives back the account that was reviewed', () => {
  expect(accountFromDraft(structuredClone(reviewed))).toEqual(reviewed)
})

test.each([null, 'text', {}, { ...reviewed, parameters: { type: 'motp' } }])(
  'anything else is refused: %j',
  (draft) => {
    expect(() => accountFromDraft(draft)).toThrow(
      expect.objectContaining({ code: 'message-refused' }),
    )
  },
)

test('putting an account twice keeps one', () => {
  const once = putAccount(emptyDocument, reviewed)
  expect(putAccount(once, reviewed)).toEqual(once)
})

test('putting an account of a known id takes its place among the others', () => {
  const other = { ...reviewed, id: 'b' }
  const both = putAccount(putAccount(emptyDocument, reviewed), other)
  const renamed = { ...reviewed, label: 'grace' }
  expect(putAccount(both, renamed).accounts).toEqual([renamed, other])
})
