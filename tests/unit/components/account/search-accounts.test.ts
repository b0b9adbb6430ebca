import { expect, test } from 'vitest'
import { searchAccounts } from '@/components/account/search-accounts'
import { anAccount } from '../model/fake-vault'

const accounts = [
  anAccount({ id: 'a', issuer: 'GitHub', label: 'ada@example.org' }),
  anAccount({ id: 'b', issuer: 'Bücher', label: 'eve', note: 'work' }),
  anAccount({
    id: 'c',
    issuer: '',
    label: 'eve',
    sites: [{ origin: 'https://login.example.net', match: 'origin', fill: 'arrival' }],
  }),
]

test.each([
  ['', ['a', 'b', 'c']],
  ['  ', ['a', 'b', 'c']],
  ['git', ['a']],
  ['HUB ADA', ['a']],
  ['bucher', ['b']],
  ['BÜCH', ['b']],
  ['eve', ['b', 'c']],
  ['work', ['b']],
  ['login.example', ['c']],
  ['nothing like it', []],
])('%j finds %j', (query, ids) => {
  expect(searchAccounts(accounts, query).map(({ id }) => id)).toEqual(ids)
})
