import { expect, it } from 'vitest'
import { isService } from '@/utils/sites/known/is-service'
import { lookAlikeOf } from '@/utils/sites/known/look-alike-of'
import { loginServices, tableServices } from '@/utils/sites/known/table'
import { collected, made } from '../../../../fixtures/look-alikes'
import { userHosts } from '../../../../fixtures/user-hosts'

const known = [
  ...tableServices.map(({ domains }) => domains[0] ?? ''),
  ...loginServices.flatMap(({ login, setUp }) => [...login, ...setUp]),
]

it('a known service is nobody’s look-alike, however close its name is', () => {
  for (const host of known) expect([host, isService(host)]).toEqual([host, true])
  expect(lookAlikeOf('tello.com', ['trello.com'])).toBeNull()
  expect(lookAlikeOf('www.tello.com', ['trello.com'])).toBeNull()
  expect(lookAlikeOf('telloo.com', ['trello.com', 'tello.com'])).toEqual({
    bound: 'tello.com',
    why: 'typo',
  })
})

it('every made and collected look-alike is still one', () => {
  const rows = [...collected, ...made]
  expect(rows.filter(([host, bound]) => lookAlikeOf(host, [bound]) === null)).toEqual([])
})

// Who has a page at a known service must not borrow its good name.
it.each(userHosts)('%s is not known by %s', (host) => {
  expect(isService(host)).toBe(false)
})
