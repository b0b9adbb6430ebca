import { expect, test } from 'vitest'
import { siteRows } from '@/components/screens/manage/sites/site-rows'
import { anAccount } from '../../../model/fake-vault'

const boundTo = (id: string, ...origins: string[]) =>
  anAccount({
    id,
    sites: origins.map((origin) => ({ origin, match: 'origin', fill: 'arrival' })),
  })
const shape = (rows: ReturnType<typeof siteRows>) =>
  rows.map(({ origin, granted, bound }) => [
    origin,
    granted,
    bound.map(({ account }) => account.id),
  ])

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
    ['https://localhost', false, ['2']],
    ['http://localhost', true, ['1']],
  ])
})

test('each port of a host is listed, for each is set on its own', () => {
  const rows = siteRows([], [boundTo('1', 'https://a.example', 'https://a.example:8443')])
  expect(shape(rows)).toEqual([['https://a.example', false, ['1', '1']]])
})

test('what should be filled and is not allowed comes first; what is filled by click misses nothing', () => {
  const onRequest = anAccount({
    id: '2',
    sites: [{ origin: 'https://b.example', match: 'origin', fill: 'request' }],
  })
  const rows = siteRows(['https://a.example'], [onRequest, boundTo('1', 'https://c.example')])
  expect(rows.map(({ origin, misses }) => [origin, misses])).toEqual([
    ['https://c.example', true],
    ['https://a.example', false],
    ['https://b.example', false],
  ])
})

test('where no code may ever go does not show up', () => {
  expect(siteRows([], [boundTo('1', 'http://a.example', 'file:///etc')])).toEqual([])
})
