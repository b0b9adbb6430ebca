import { describe, expect, it } from 'vitest'
import { isSameUserName, isSomebodyElses } from '@/utils/vault/user-names'
import { accountOf, siteOf } from '../../entrypoints/background/sample'

describe('isSameUserName', () => {
  it.each([
    ['ada', ' ADA ', true],
    ['ada@example.org', 'Ada@Example.org', true],
    ['ａｄａ', 'ada', true],
    ['ada', 'adam', false],
    ['ada', 'ada@example.org', false],
  ])('takes %j and %j for the same: %j', (a, b, same) => {
    expect(isSameUserName(a, b)).toBe(same)
  })
})

describe('isSomebodyElses', () => {
  const speaksAgainst = (userName: string | null, label: string, userNames: string[] = []) => {
    const site = siteOf('https://example.org', { userNames })
    const account = accountOf('a', [site], { label })
    return isSomebodyElses({ account, site }, userName, [account])
  }

  it.each<[string, string | null, string, string[], boolean]>([
    ['none was typed', null, 'bob@example.org', [], false],
    ['two addresses of two people', 'ada@example.org', 'bob@example.org', [], true],
    ['two addresses of one', 'ada@example.org', 'Ada+work@example.com', [], false],
    ['an address and a name', 'ada@example.org', 'My server', [], false],
    ['a name and an address', 'ada', 'bob@example.org', [], false],
    ['two names', 'ada', 'bob', [], false],
    [
      'a name that was typed before',
      'ada@example.org',
      'bob@example.org',
      ['ADA@example.org'],
      false,
    ],
    ['one like it', 'ada@example.org', 'bob@example.org', ['ada'], false],
    ['a label with a machine', 'ada@example.org', 'root@server1', [], false],
    ['a label with a number', 'ada@example.org', 'root-device@123456789012', [], false],
    ['a label with its issuer', 'ada@example.org', 'Example:ada@example.org', [], false],
    ['a remembered address', 'ada@example.org', 'My server', ['bob@example.org'], false],
    ['an address in a longer label', 'ada@example.org', 'bob@example.org (work)', [], false],
  ])('%s: %j for %j', (_, userName, label, userNames, against) => {
    expect(speaksAgainst(userName, label, userNames)).toBe(against)
  })

  it.each<[string, object, boolean]>([
    ['of the same issuer', {}, true],
    ['of another issuer', { issuer: 'Other' }, false],
    ['in the trash', { deletedAtMs: 1 }, false],
  ])('the label of another account %s', (_, changes, against) => {
    const site = siteOf('https://example.org')
    const account = accountOf('alice', [site])
    const carol = accountOf('carol', [], changes)
    expect(isSomebodyElses({ account, site }, 'Carol', [account, carol])).toBe(against)
  })
})
