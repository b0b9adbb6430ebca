import { expect, test } from 'vitest'
import { nearbyOf } from '@/components/model/nearby'
import type { Site } from '@/utils/vault/document'
import { anAccount } from './fake-vault'
import { noFacts } from './no-facts'

const site = (origin: string, fill: Site['fill'] = 'arrival'): Site => ({
  origin,
  match: 'origin',
  fill,
})
const bank = anAccount({ id: 'bank', sites: [site('https://www.mybank.example')] })
const shop = anAccount({ id: 'shop', sites: [site('https://shop.example')] })
const loose = anAccount({ id: 'loose', sites: [] })
const facts = {
  ...noFacts,
  lookAlikeOf: (host: string, bound: readonly string[]) => {
    const mine = bound.find((each) => each.includes('mybank'))
    return host === 'mybonk.example' && mine ? { bound: mine, why: 'typo' as const } : null
  },
  relationTo: (_: string, bound: readonly string[]) => {
    const [first] = bound.filter((each) => each.includes('shop'))
    return first === undefined ? null : { bound: first, kind: 'domain' as const }
  },
}
const at = (url: string, origin: string | null) =>
  nearbyOf({ url, origin }, [bank, shop, loose], facts)

test('an account of a related site is told with the closest of its sites', () => {
  const { related } = at('https://pay.shop.example/x', 'https://pay.shop.example')
  expect(related).toMatchObject([{ account: { id: 'shop' }, site: shop.sites[0] }])
})

test('a site that is never to be filled leads to no other', () => {
  const never = anAccount({ id: 'shop', sites: [site('https://shop.example', 'never')] })
  const page = { url: 'https://pay.shop.example/', origin: 'https://pay.shop.example' }
  expect(nearbyOf(page, [never], facts).related).toEqual([])
})

// The attack: a double of the bank gets the code by the clipboard, on http as well as on https.
test.each([
  ['https://mybonk.example/login', 'https://mybonk.example'],
  ['https://mybonk.example:8443/', 'https://mybonk.example:8443'],
  ['http://mybonk.example/login', null],
  ['http://mybonk.example./', null],
])('on the double %s the account that is meant is told, and no other', (url, origin) => {
  expect([...at(url, origin).alike]).toEqual([['bank', 'www.mybank.example']])
})

test.each([null, 'about:blank', 'file:///mybonk.example/x', 'https://else.example/'])(
  'the page %s is the double of none',
  (url) => {
    expect(nearbyOf({ url, origin: null }, [bank, shop], facts).alike.size).toBe(0)
  },
)
