import { expect, it } from 'vitest'
import type { Aim } from '@/entrypoints/background/aim'
import { lessonOf, type Taught } from '@/entrypoints/background/lesson'
import { registrableDomain } from '@/utils/sites/domain'
import type { Account, Site } from '@/utils/vault/document'
import { accountOf, documentOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const field = {
  type: 'text',
  name: 'pass',
  id: '',
  autocomplete: '',
  inputMode: '',
  placeholder: '',
  label: '',
  maxLength: null,
  path: '/login',
  inForm: true,
  place: 0,
  among: 1,
  boxes: 1,
}

/** What the sites of the chosen account and of its rivals are after a fill. */
function learned(
  own: Partial<Site>,
  rivals: Partial<Site>[],
  changes: Partial<Taught & Aim> = {},
  facts: Partial<Account> = {},
) {
  const account = accountOf('ada', [siteOf(origin, own)], facts)
  const others = rivals.map((rival, index) => accountOf(`b${index}`, [siteOf(origin, rival)]))
  const document = documentOf(account, ...others)
  const aim: Aim = {
    kind: 'aim',
    tabId: 7,
    origin,
    documentId: 'doc',
    document,
    account,
    site: siteOf(origin, own),
    field: null,
    userName: null,
    ...changes,
  }
  const lesson = lessonOf(aim, {
    way: 'popup',
    pointed: null,
    nowMs,
    registrableDomain,
    ...changes,
  })
  return lesson?.(document).accounts.map(({ sites }) => sites[0]) ?? null
}

it.each<[string, Partial<Site>, Partial<Site>[], Partial<Taught & Aim>]>([
  ['there is one account', {}, [], {}],
  ['the others are never filled there', {}, [{ fill: 'never' }], {}],
  ['the shortcut took it by its user name', {}, [{}], { way: 'shortcut' }],
  ['it comes first already', { chosenAtMs: 5 }, [{ chosenAtMs: 4 }], {}],
  ['its user name is known', { chosenAtMs: 5, userNames: ['Ada'] }, [{}], { userName: 'ada' }],
  ['the field is known', { field }, [], { pointed: field, way: 'menu' }],
])('nothing is saved where %s', (_, own, rivals, changes) => {
  expect(learned(own, rivals, changes)).toBeNull()
})

it('a choice is remembered with the user name, which no other account there keeps', () => {
  const rival = { userNames: ['ADA', 'bob'] }
  expect(learned({}, [rival, {}], { userName: 'ada' })).toEqual([
    siteOf(origin, { chosenAtMs: nowMs, userNames: ['ada'] }),
    siteOf(origin, { userNames: ['bob'] }),
    siteOf(origin),
  ])
})

it('the only account is remembered to be of a name that spoke against it', () => {
  const accounts = { label: 'ada@example.org' }
  expect(learned({}, [], { userName: 'bob@example.org' }, accounts)).toEqual([
    siteOf(origin, { chosenAtMs: nowMs, userNames: ['bob@example.org'] }),
  ])
  expect(learned({}, [], { userName: 'ada@example.org' }, accounts)).toBeNull()
})

it('another choice than the last one is remembered', () => {
  expect(learned({ chosenAtMs: 3 }, [{ chosenAtMs: 4 }])?.[0]).toMatchObject({ chosenAtMs: nowMs })
})

it('a field that was pointed out is remembered for the site', () => {
  expect(learned({}, [], { pointed: field, way: 'menu' })).toEqual([siteOf(origin, { field })])
})
