import { expect, test } from 'vitest'
import { siteRows } from '@/components/screens/manage/sites/site-rows'
import { anAccount } from '../../../model/fake-vault'

const boundTo = (id: string, ...origins: string[]) =>
  anAccount({
    id,
    sites: origins.map((origin) => ({ origin, match: 'origin', fill: 'arrival' })),
  })
const shape = (rows: ReturnType<typeof siteRows>) =>
  rows.map(({ origin, granted, accounts }) => [origin, granted, accounts.map(({ id }) => id)])

test('a site that is bound but not allowed shows as such, and the other way round', () => {
  const rows = siteRows(['https://b.example'], [boundTo('1', 'https://a.example')])
  expect(shape(rows)).toEqual([
    ['https://a.example', false, ['1']],
    ['https://b.example', true, []],
  ])
})

test('a grant covers every port of its host and no other scheme', () => {
  const rows = siteRows(
    ['http://localhost'],
    [boundTo('1', 'http://localhost:8080'), boundTo('2', 'https://localhost')],
  )
  expect(shape(rows)).toEqual([
    ['http://localhost', true, ['1']],
    ['https://localhost', false, ['2']],
  ])
})

test('an account bound to two ports of a host is listed once', () => {
  const rows = siteRows([], [boundTo('1', 'https://a.example', 'https://a.example:8443')])
  expect(shape(rows)).toEqual([['https://a.example', false, ['1']]])
})

test('where no code may ever go does not show up', () => {
  expect(siteRows([], [boundTo('1', 'http://a.example', 'file:///etc')])).toEqual([])
})
