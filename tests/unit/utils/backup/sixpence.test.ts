import { describe, expect, it } from 'vitest'
import { writeBackup } from '@/utils/backup/write-backup'
import { fromBase64Url } from '@/utils/bytes/base64url'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { encodeHeader } from '@/utils/vault/header'
import type { DeriveKek } from '@/utils/vault/vault'
import { codeOf } from '../vault/error-code'
import { totpAccount, withAccounts } from '../vault/samples'
import { access, fileOf, nowMs, parse, plainFile } from './backup-samples'

const totp = { type: 'totp', issuer: 'A', name: 'b', secret: 'JBSWY3DPEHPK3PXP' }
const bytes = await writeBackup(withAccounts(totpAccount('a')), access, nowMs)
const sealed = JSON.parse(fromUtf8(bytes)) as { protected: string; ciphertext: string }
const header = JSON.parse(fromUtf8(fromBase64Url(sealed.protected))) as {
  slots: { kdf: object }[]
}
const withHeader = (change: object) =>
  fileOf({ ...sealed, protected: encodeHeader({ ...header, ...change }) })
const never: DeriveKek = () => {
  throw new Error('derived')
}
const refused = (file: Parameters<typeof parse>[0]) =>
  codeOf(() => parse(file, { ...access, deriveKek: never }))

describe('what belongs to one vault alone', () => {
  const ownMembers = {
    savedAtMs: nowMs,
    mishap: {
      foundAtMs: nowMs,
      openedFrom: 'copy' as const,
      savedAtMs: null,
      skippedGenerations: 1,
      missingSaves: 1,
    },
    passkeys: [{ credential: 'AAAA', name: 'Key', createdAtMs: nowMs }],
  }

  it('does not go into a backup', async () => {
    const document = { ...withAccounts(totpAccount('a')), ...ownMembers }
    const { entries, extra } = await parse(await writeBackup(document, access, nowMs))
    expect(entries).toHaveLength(1)
    expect(extra).toEqual({})
  })

  it.each<[string, object]>([
    ['another vault', ownMembers],
    ['somebody who means harm', { savedAtMs: 'x', mishap: 5, passkeys: {} }],
  ])('does not come out of a file of %s', async (_, members) => {
    const payload = { schema: 1, entries: [totp], recovery: 1, ...members }
    const file = fileOf({ format: 'sixpence-backup', version: 1, payload })
    expect((await parse(file)).extra).toEqual({ recovery: 1 })
  })
})

describe('a file of ours', () => {
  it.each([
    ['cut off', fileOf(JSON.stringify(sealed).slice(0, 200))],
    ['without a body', fileOf({ ...sealed, ciphertext: undefined })],
    ['without a version', fileOf({ ...sealed, version: undefined })],
    ['whose body is no base64', fileOf({ ...sealed, ciphertext: '*' })],
    ['whose header is no base64url', fileOf({ ...sealed, protected: '*' })],
    ['whose header nests too deep', withHeader({ deep: nested(100) })],
    ['whose nonce is short', withHeader({ nonce: 'AAAA' })],
    ['without slots', withHeader({ slots: [] })],
    ['whose payload is no object', fileOf({ format: 'sixpence-backup', version: 1, payload: 5 })],
  ])('%s is damaged', async (_, file) => {
    expect(await refused(file)).toBe('file-damaged')
  })

  it.each([
    ['version', fileOf({ ...sealed, version: 2 })],
    ['minReader', withHeader({ minReader: 2 })],
    ['schema', fileOf({ format: 'sixpence-backup', version: 1, payload: { schema: 2 } })],
  ])('of a newer %s asks for an update', async (_, file) => {
    expect(await refused(file)).toBe('file-newer')
  })

  it.each([
    ['2^30 KiB', { m: 2 ** 30 }],
    ['8 KiB', { m: 8 }],
    ['2^31 passes', { t: 2 ** 31 }],
    ['300 lanes', { p: 300 }],
    ['another function', { name: 'scrypt' }],
  ])('that asks for %s is refused before anything is derived', async (_, cost) => {
    const slots = header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...cost } }))
    expect(await refused(withHeader({ slots }))).toBe('kdf-refused')
  })

  it('keeps slots of unknown types out of the way', async () => {
    const slots = [{ type: 'recovery-key', key: 'AAAA' }, ...header.slots]
    expect(await codeOf(() => parse(withHeader({ slots })))).toBe('file-damaged')
  })
})

function nested(depth: number): unknown {
  return depth === 0 ? 0 : [nested(depth - 1)]
}

describe('an entry', () => {
  it('needs no more than a type and a secret', async () => {
    const { entries, problems } = await parse(plainFile({ type: 'totp', secret: 'JBSWY3DP' }))
    expect(problems).toEqual([])
    expect(entries[0]).toEqual({
      id: null,
      issuer: '',
      label: '',
      parameters: {
        type: 'totp',
        secretBase32: 'JBSWY3DP',
        algorithm: 'SHA1',
        digits: 6,
        period: 30,
      },
      note: '',
      sites: [],
      tags: [],
      favorite: false,
      createdAtMs: null,
      updatedAtMs: null,
      deletedAtMs: null,
      recoveryCodes: [],
      trashed: false,
      x: {},
      warnings: [],
    })
  })

  it.each([
    ['written by hand', { secret: 'jbsw y3dp-ehpk 3pxp==' }, { secretBase32: 'JBSWY3DPEHPK3PXP' }],
    ['of a long period', { period: 3600 }, { period: 3600 }],
    ['of a far counter', { type: 'hotp', counter: '9007199254740991' }, { counter: 2 ** 53 - 1 }],
  ])('%s is read', async (_, change, parameters) => {
    const { entries } = await parse(plainFile({ ...totp, ...change }))
    expect(entries[0]?.parameters).toMatchObject(parameters)
  })

  it.each([
    ['no secret', { secret: '' }, 'secret-missing'],
    ['a secret that is no base32', { secret: 'JBSW0' }, 'secret-character'],
    ['an unknown algorithm', { algo: 'MD5' }, 'algorithm-unknown'],
    ['11 digits', { digits: 11 }, 'digits-out-of-range'],
    ['no digits', { digits: 0 }, 'digits-out-of-range'],
    ['a period of 0', { period: 0 }, 'period-out-of-range'],
    ['half a period', { period: 0.5 }, 'period-out-of-range'],
    ['a counter above 2^53', { type: 'hotp', counter: '9007199254740993' }, 'counter-out-of-range'],
    ['no counter', { type: 'hotp' }, 'counter-out-of-range'],
    ['a note that is no text', { note: {} }, 'file-damaged'],
    ['a site that is none', { sites: [{ origin: 5 }] }, 'file-damaged'],
    ['a recovery code that is none', { recoveryCodes: [12345678] }, 'file-damaged'],
  ])('with %s becomes a problem that names it', async (_, change, code) => {
    const { entries, problems } = await parse(plainFile(totp, { ...totp, ...change }))
    expect(entries).toHaveLength(1)
    expect(problems).toMatchObject([{ position: 2, title: 'A: b', code }])
    expect(JSON.stringify(problems)).not.toContain('JBSWY3DP')
  })

  it.each([[null], [5], ['text'], [[]], [{}], [{ type: 7 }]])(
    'that is %j becomes a problem',
    async (raw) => {
      const { problems } = await parse(plainFile(raw))
      expect(problems).toMatchObject([{ position: 1, code: 'file-damaged' }])
    },
  )

  it.each([
    ['whole', { origin: 'https://a.example', startedAtMs: 1 }, true],
    ['no object', 'https://a.example', false],
    ['without an origin', { startedAtMs: 1 }, false],
    ['of a moment in words', { origin: 'https://a.example', startedAtMs: 'now' }, false],
    ['confirmed', { origin: 'https://a.example', startedAtMs: 1, confirmedAtMs: 2 }, false],
    ['of no site', { origin: 'nonsense', startedAtMs: 1 }, false],
    ['of a site that codes cannot go to', { origin: 'http://a.example', startedAtMs: 1 }, false],
    ['null', null, false],
  ])(
    'keeps an enrolment that holds, and is worth more than one that does not: %s',
    async (...it) => {
      const [, enrolment, holds] = it
      const { entries, problems } = await parse(plainFile({ ...totp, enrolment }))
      expect(problems).toEqual([])
      expect(entries[0]?.enrolment).toEqual(holds ? enrolment : undefined)
      expect(entries[0]?.x).toEqual({})
    },
  )

  it('of an unknown type is kept verbatim', async () => {
    const motp = { type: 'motp', issuer: 'X', pin: '1234', deep: { list: [1] } }
    const { unsupported } = await parse(plainFile(motp))
    expect(unsupported).toEqual([{ type: 'motp', title: 'X', raw: motp }])
  })

  it('without sites takes its domains, and says which of them codes cannot go to', async () => {
    const domains = [
      'https://a.example:8443/login',
      'b.example',
      'http://localhost:8080',
      'http://c.example',
      'ftp://d.example',
      '::',
    ]
    const { entries } = await parse(plainFile({ ...totp, domains }))
    expect(entries[0]?.sites.map(({ origin }) => origin)).toEqual([
      'https://a.example:8443',
      'https://b.example',
      'http://localhost:8080',
    ])
    expect(entries[0]?.warnings.map(({ detail }) => detail.site)).toEqual(domains.slice(3))
  })

  it('keeps no site that codes cannot go to, and spells the others as browsers do', async () => {
    const site = { origin: 'https://A.example/x', match: 'domain', fill: 'never', more: 1 }
    const refused = ['', 'nonsense', 'http://a.example', 'javascript:alert(1)', 'https://*.example']
    const sites = [site, ...refused.map((origin) => ({ ...site, origin }))]
    const { entries, problems } = await parse(plainFile({ ...totp, sites }))
    expect(problems).toEqual([])
    expect(entries[0]?.sites).toEqual([{ ...site, origin: 'https://a.example' }])
    expect(entries[0]?.warnings).toEqual(
      refused.map((origin) => ({ code: 'site-refused', detail: { site: origin } })),
    )
  })

  it('never reaches a prototype by its keys', async () => {
    const hostile = `{"type":"totp","secret":"JBSWY3DP","__proto__":{"polluted":1},
      "constructor":{"prototype":{"polluted":1}},"x":{"__proto__":{"polluted":1}}}`
    const payload = `{"schema":1,"entries":[${hostile}],"__proto__":{"polluted":1}}`
    const text = `{"format":"sixpence-backup","version":1,"payload":${payload}}`
    const { entries, extra } = await parse(fileOf(text))
    for (const object of [{}, entries[0], entries[0]?.x, extra]) {
      expect((object as { polluted?: unknown }).polluted).toBeUndefined()
    }
  })
})

describe('settings', () => {
  const fileWith = (settings: unknown) =>
    fileOf({ format: 'sixpence-backup', version: 1, payload: { schema: 1, entries: [], settings } })

  it('are read, those of newer versions too', async () => {
    const settings = { lockAfterMinutes: 5, clockCorrectionMs: -60_000, theme: 'dark' }
    expect((await parse(fileWith(settings))).settings).toEqual(settings)
  })

  it.each([
    [undefined],
    [{}],
    [{ lockAfterMinutes: 1e9 }],
    [{ lockAfterMinutes: 0.5 }],
    [{ lockAfterMinutes: 5, clockCorrectionMs: 1e12 }],
    [{ lockAfterMinutes: 5, clockCorrectionMs: '1' }],
  ])('that are %j count for nothing', async (settings) => {
    expect((await parse(fileWith(settings))).settings).toBeNull()
  })
})

describe('a hostile amount', () => {
  it('of 20,000 entries is read within ten seconds', async () => {
    const entries = Array.from({ length: 20_000 }, (_, id) => ({ ...totp, id: `${id}` }))
    expect((await parse(plainFile(...entries))).entries).toHaveLength(20_000)
  }, 10_000)

  it('of more than 100,000 entries is refused', async () => {
    const payload = { schema: 1, entries: Array(100_001).fill(0) }
    const file = fileOf({ format: 'sixpence-backup', version: 1, payload })
    expect(await refused(file)).toBe('file-too-large')
  })

  it('of nesting is refused at once', async () => {
    const text = `{"format":"sixpence-backup","version":1,"payload":${'['.repeat(1_000_000)}`
    expect(await refused(fileOf(text))).toBe('file-damaged')
  }, 10_000)
})
