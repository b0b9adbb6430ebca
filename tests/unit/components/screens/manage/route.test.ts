// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import {
  followAddress,
  goTo,
  hrefOf,
  parseRoute,
  route,
  routes,
} from '@/components/screens/manage/route'

afterEach(() => history.replaceState(null, '', '#/accounts'))

test.each([
  ['', 'accounts'],
  ['#', 'accounts'],
  ['#/', 'accounts'],
  ['#/nonsense', 'accounts'],
  ['#/__proto__', 'accounts'],
  ['#/backup', 'backup'],
  ['#backup', 'backup'],
  ['#/sites/example.org', 'sites'],
  ['#/add?from=popup', 'add'],
])('the address %j names the screen %s', (hash, expected) => {
  expect(parseRoute(hash)).toBe(expected)
})

test('every screen has an address that leads back to it', () => {
  for (const each of routes) expect(parseRoute(hrefOf(each))).toBe(each)
})

test('going somewhere changes the address and the screen at once', () => {
  goTo('backup')
  expect([location.hash, route.value]).toEqual(['#/backup', 'backup'])
})

test('the screen follows the address while it is followed', () => {
  const stop = followAddress()
  history.replaceState(null, '', '#/sites')
  dispatchEvent(new Event('hashchange'))
  expect(route.value).toBe('sites')
  stop()
  history.replaceState(null, '', '#/add')
  dispatchEvent(new Event('hashchange'))
  expect(route.value).toBe('sites')
})
