import { describe, expect, it } from 'vitest'
import type { ErrorCode, ErrorDetail } from '@/utils/errors/app-error'
import { codeAt } from '@/utils/otp/code'
import { fromOtpauthUri, looksLikeOtpauth } from '@/utils/otp/from-otpauth-uri'
import type { Algorithm, OtpParameters } from '@/utils/otp/parameters'

const secretBase32 = 'JBSWY3DPEHPK3PXP'
const totp = { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 } as const
const hotp = { type: 'hotp', secretBase32, algorithm: 'SHA1', digits: 6, counter: 0 } as const
const steam = { type: 'steam', secretBase32 } as const
const given = `secret=${secretBase32}`

describe('who it is for', () => {
  it.each<[rule: string, uri: string, issuer: string, label: string]>([
    ['a prefix before a colon', `otpauth://totp/Acme:ada?${given}&issuer=Acme`, 'Acme', 'ada'],
    ['an encoded colon', `otpauth://totp/Acme%3Aada?${given}&issuer=Acme`, 'Acme', 'ada'],
    [
      'an encoded colon, no issuer',
      `otpauth://totp/Big%20Corp%3A%20ada?${given}`,
      'Big Corp',
      'ada',
    ],
    ['spaces after the colon', `otpauth://totp/Acme:%20%20ada?${given}&issuer=Acme`, 'Acme', 'ada'],
    ['spaces before the colon', `otpauth://totp/Acme%20:ada?${given}&issuer=Acme`, 'Acme', 'ada'],
    ['a prefix in another case', `otpauth://totp/ACME:ada?${given}&issuer=Acme`, 'Acme', 'ada'],
    [
      'a colon inside the issuer',
      `otpauth://totp/Text%3A%20More:Secret?${given}&issuer=Text%3A%20More`,
      'Text: More',
      'Secret',
    ],
    [
      'a colon inside the issuer, all encoded',
      `otpauth://totp/Text%3A%20More%3ASecret?${given}&issuer=Text%3A%20More`,
      'Text: More',
      'Secret',
    ],
    [
      'a literal colon before encoded ones',
      `otpauth://totp/Text%3A%20More:Secret?${given}`,
      'Text: More',
      'Secret',
    ],
    [
      'the first of several literal colons',
      `otpauth://totp/Matrix:@edent_:matrix.org?${given}`,
      'Matrix',
      '@edent_:matrix.org',
    ],
    ['a colon with nothing before it', `otpauth://totp/:a:b?${given}`, '', 'a:b'],
    [
      'nothing before the colon but an issuer',
      `otpauth://totp/:ada?${given}&issuer=Acme`,
      'Acme',
      'ada',
    ],
    ['nothing after the colon', `otpauth://totp/Acme:?${given}&issuer=Acme`, 'Acme', ''],
    ['no prefix', `otpauth://totp/ada?${given}&issuer=Acme`, 'Acme', 'ada'],
    ['no issuer at all', `otpauth://totp/ada%40example.org?${given}`, '', 'ada@example.org'],
    ['an empty issuer', `otpauth://totp/Acme:ada?${given}&issuer=`, 'Acme', 'ada'],
    ['an issuer without a value', `otpauth://totp/Acme:ada?${given}&issuer`, 'Acme', 'ada'],
    ['+ as a space in the issuer', `otpauth://totp/ada?${given}&issuer=A+B`, 'A B', 'ada'],
    [
      '+ in the label as itself',
      `otpauth://totp/ada+x@example.org?${given}`,
      '',
      'ada+x@example.org',
    ],
    ['+ in both', `otpauth://totp/A+B:ada+x?${given}&issuer=A+B`, 'A B', 'ada+x'],
    ['%2B as a plus', `otpauth://totp/Disney%2B:ada?${given}&issuer=Disney%2B`, 'Disney+', 'ada'],
    ['an empty label', `otpauth://totp/?${given}&issuer=Acme`, 'Acme', ''],
    ['no label', `otpauth://totp?${given}`, '', ''],
    ['a lone %', `otpauth://totp/100%:b%20c?${given}`, '100%', 'b c'],
    ['bytes that are no UTF-8', `otpauth://totp/caf%E9?${given}`, '', 'caf%E9'],
    ['# in the label', `otpauth://totp/C%23#1:ada#2?${given}`, 'C##1', 'ada#2'],
    ['? in the label', `otpauth://totp/who?:ada?${given}`, 'who?', 'ada'],
    ['/ in the label', `otpauth://totp/a/b:c/d?${given}`, 'a/b', 'c/d'],
    ['spaces in the label', `otpauth://totp/Acme Ltd:ada love?${given}`, 'Acme Ltd', 'ada love'],
    ['UTF-8 not encoded', `otpauth://totp/莎士比亚:🏳️‍🌈?${given}`, '莎士比亚', '🏳️‍🌈'],
    ['UTF-8 encoded', `otpauth://totp/%E8%8E%8E%E5%A3%AB?${given}`, '', '莎士'],
    ['&amp; for &', `otpauth://totp/ada?${given}&amp;issuer=Acme`, 'Acme', 'ada'],
  ])('%s: %s', (_, uri, issuer, label) => {
    const { account, warnings } = fromOtpauthUri(uri)
    expect(account).toEqual({ parameters: totp, issuer, label })
    expect(warnings).toEqual([])
  })
})

describe('how codes are computed', () => {
  it.each<[rule: string, uri: string, parameters: OtpParameters]>([
    ['defaults', `otpauth://totp/a?${given}`, totp],
    [
      'upper case everywhere',
      `OTPAUTH://TOTP/a?SECRET=${secretBase32}&DIGITS=8`,
      { ...totp, digits: 8 },
    ],
    ["Apple's scheme", `apple-otpauth://totp/a?${given}`, totp],
    ['no slashes', `otpauth:totp/a?${given}`, totp],
    ['space and line ends around', `\r\n  otpauth://totp/a?${given} \n`, totp],
    ['a secret with spaces', 'otpauth://totp/a?secret=JBSW%20Y3DP+EHPK 3PXP', totp],
    ['a secret with dashes', 'otpauth://totp/a?secret=JBSW-Y3DP-EHPK-3PXP', totp],
    ['a lower-case secret', 'otpauth://totp/a?secret=jbswy3dpehpk3pxp', totp],
    ['a padded secret', `otpauth://totp/a?secret=${secretBase32}======`, totp],
    [
      'encoded padding',
      `otpauth://totp/a?secret=${secretBase32}%3D%3D&digits=7`,
      { ...totp, digits: 7 },
    ],
    ['SHA512', `otpauth://totp/a?${given}&algorithm=sha512`, { ...totp, algorithm: 'SHA512' }],
    ['empty digits', `otpauth://totp/a?${given}&digits=`, totp],
    ['empty period', `otpauth://totp/a?${given}&period=`, totp],
    ['a period of one second', `otpauth://totp/a?${given}&period=1`, { ...totp, period: 1 }],
    ['a period written 30.0', `otpauth://totp/a?${given}&period=30.0`, totp],
    ['a long period', `otpauth://totp/a?${given}&period=1000000000`, { ...totp, period: 1e9 }],
    ['hotp', `otpauth://hotp/a?${given}&counter=10300`, { ...hotp, counter: 10300 }],
    ['hotp from 0', `otpauth://hotp/a?${given}&counter=0`, hotp],
    [
      'the last counter',
      `otpauth://hotp/a?${given}&counter=9007199254740991`,
      { ...hotp, counter: Number.MAX_SAFE_INTEGER },
    ],
    ['steam as a type', `otpauth://steam/Steam:ada?${given}&issuer=Steam`, steam],
    [
      'steam with parameters of its own',
      `otpauth://steam/a?${given}&digits=6&algorithm=MD5`,
      steam,
    ],
    ['steam as an encoder', `otpauth://totp/a?${given}&encoder=Steam`, steam],
    ['steam as a scheme', `steam://${secretBase32}`, steam],
    ['STEAM as a scheme', `STEAM://${secretBase32.toLowerCase()}`, steam],
    ['Steam as issuer, six digits said', `otpauth://totp/Steam:a?${given}&digits=6`, totp],
  ])('%s: %s', (_, uri, parameters) => {
    const parsed = fromOtpauthUri(uri)
    expect(parsed.account.parameters).toEqual(parameters)
    expect(parsed.warnings).toEqual([])
  })

  it.each<[spellings: string, algorithm: Algorithm]>([
    ['SHA1 sha1 SHA-1 HmacSHA1 HMAC-SHA-1 Algorithm.sha1 Algorithm.', 'SHA1'],
    ['SHA256 sha256 Sha256 SHA-256 SHA_256 HmacSHA256 HMAC-SHA-256 Algorithm.sha256', 'SHA256'],
    ['SHA512 sha512 SHA-512 HmacSHA512 HMAC-SHA-512 Algorithm.sha512', 'SHA512'],
  ])('%s are all %s', (spellings, algorithm) => {
    for (const spelling of spellings.split(' ')) {
      const { account } = fromOtpauthUri(`otpauth://totp/a?${given}&algorithm=${spelling}`)
      expect(account.parameters).toEqual({ ...totp, algorithm })
    }
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('takes %d digits', (digits) => {
    const { account } = fromOtpauthUri(`otpauth://totp/a?${given}&digits=${digits}`)
    expect(account.parameters).toEqual({ ...totp, digits })
  })
})

describe('what is odd is read and told', () => {
  it.each([
    [
      'another issuer before the label stays visible',
      `otpauth://totp/Contoso:ada@contoso.com?${given}&issuer=Microsoft`,
      { parameters: totp, issuer: 'Microsoft', label: 'Contoso:ada@contoso.com' },
      [{ code: 'issuer-differs', detail: { issuer: 'Microsoft', prefix: 'Contoso' } }],
    ],
    [
      'a hotp account without a counter starts at 0',
      `otpauth://hotp/a?${given}`,
      { parameters: hotp, issuer: '', label: 'a' },
      [{ code: 'counter-missing', detail: {} }],
    ],
    [
      'the first of repeated parameters counts',
      `otpauth://totp/a?${given}&digits=8&digits=6&digits=7&issuer&issuer=A`,
      { parameters: { ...totp, digits: 8 }, issuer: 'A', label: 'a' },
      [{ code: 'parameter-repeated', detail: { parameter: 'digits' } }],
    ],
    [
      'tail bits of a secret are dropped',
      'otpauth://totp/a?secret=JDKSNDJJDNDJJDBXB',
      { parameters: { ...totp, secretBase32: 'JDKSNDJJDNDJJDBX' }, issuer: '', label: 'a' },
      [{ code: 'secret-length', detail: {} }],
    ],
    [
      'totp issued by Steam is Steam',
      `otpauth://totp/Steam:ada?${given}&issuer=Steam`,
      { parameters: steam, issuer: 'Steam', label: 'ada' },
      [{ code: 'steam-by-issuer', detail: {} }],
    ],
    [
      'so it is with five digits',
      `otpauth://totp/ada?${given}&issuer=steam&digits=5`,
      { parameters: steam, issuer: 'steam', label: 'ada' },
      [{ code: 'steam-by-issuer', detail: {} }],
    ],
  ])('%s', (_, uri, account, warnings) => {
    const parsed = fromOtpauthUri(uri)
    expect(parsed.account).toEqual(account)
    expect(parsed.warnings).toEqual(warnings)
  })
})

describe('what is wrong is refused', () => {
  it.each<[uri: string, code: ErrorCode, detail: ErrorDetail]>([
    ['', 'otpauth-malformed', {}],
    ['hello', 'otpauth-malformed', {}],
    ['https://example.org/?secret=JBSWY3DP', 'otpauth-malformed', {}],
    ['otpauth://', 'otpauth-malformed', {}],
    [`otpauth:///ada?${given}`, 'otpauth-malformed', {}],
    [`otpauth://yaotp/ada?${given}`, 'otpauth-type-unknown', { type: 'yaotp' }],
    [`otpauth://constructor/ada?${given}`, 'otpauth-type-unknown', { type: 'constructor' }],
    ['motp://ada?secret=00112233', 'otpauth-type-unknown', { type: 'motp' }],
    ['otpauth-migration://offline?data=AA', 'otpauth-type-unknown', { type: 'otpauth-migration' }],
    ['otpauth://totp/a', 'secret-missing', {}],
    ['otpauth://totp/a?secret=', 'secret-missing', {}],
    ['otpauth://totp/a?secret=A', 'secret-missing', {}],
    ['otpauth://totp/a?secret=====', 'secret-missing', {}],
    ['steam://', 'secret-missing', {}],
    ['otpauth://totp/a?secret=JBSW0DP', 'secret-character', { character: '0', position: 5 }],
    ['otpauth://totp/a?secret=JBSW%C2%A3', 'secret-character', { character: '£', position: 5 }],
    ['steam://rungameid/440', 'secret-character', { character: '/', position: 10 }],
    [`otpauth://totp/a?${given}&algorithm=MD5`, 'algorithm-unknown', { algorithm: 'MD5' }],
    [`otpauth://totp/a?${given}&algorithm=SHA384`, 'algorithm-unknown', { algorithm: 'SHA384' }],
    [`otpauth://totp/a?${given}&digits=0`, 'digits-out-of-range', { value: '0' }],
    [`otpauth://totp/a?${given}&digits=-6`, 'digits-out-of-range', { value: '-6' }],
    [`otpauth://totp/a?${given}&digits=11`, 'digits-out-of-range', { value: '11' }],
    [`otpauth://totp/a?${given}&digits=six`, 'digits-out-of-range', { value: 'six' }],
    [`otpauth://totp/a?${given}&period=0`, 'period-out-of-range', { value: '0' }],
    [`otpauth://totp/a?${given}&period=-30`, 'period-out-of-range', { value: '-30' }],
    [`otpauth://totp/a?${given}&period=29.5`, 'period-out-of-range', { value: '29.5' }],
    [`otpauth://totp/a?${given}&period=1e3`, 'period-out-of-range', { value: '1e3' }],
    [`otpauth://hotp/a?${given}&counter=-1`, 'counter-out-of-range', { value: '-1' }],
    [
      `otpauth://hotp/a?${given}&counter=9007199254740993`,
      'counter-out-of-range',
      { value: '9007199254740993' },
    ],
  ])('%s: %s', (uri, code, detail) => {
    expect(() => fromOtpauthUri(uri)).toThrow(expect.objectContaining({ code, detail }))
  })

  it('quotes at most 32 characters of what is wrong', () => {
    expect(() => fromOtpauthUri(`otpauth://totp/a?${given}&digits=${'9'.repeat(5000)}`)).toThrow(
      expect.objectContaining({ detail: { value: '9'.repeat(32) } }),
    )
  })
})

describe('what is not ours', () => {
  it('is kept by name, as text', () => {
    const uri = `otpauth://totp/a?${given}&image=https%3A%2F%2Fexample.org%2Fa.png?x=1&__proto__=p&Lock=true`
    expect([...fromOtpauthUri(uri).extras]).toEqual([
      ['image', 'https://example.org/a.png?x=1'],
      ['__proto__', 'p'],
      ['lock', 'true'],
    ])
  })

  it('costs no more than its length', () => {
    const hostile = [
      ':'.repeat(1e6),
      '%3A'.repeat(3e5),
      '?'.repeat(1e6),
      '&a'.repeat(3e5),
      '%'.repeat(1e6),
    ]
    for (const text of hostile) {
      expect(fromOtpauthUri(`otpauth://totp/${text}?${given}`).account.parameters).toBeDefined()
      expect(() => fromOtpauthUri(`otpauth://totp/a?${text}`)).toThrow()
    }
  })
})

/** Terence Eden's test suite of otpauth codes, at 1741011292 s, where it agrees with our rules. */
describe('the Edent set', () => {
  const shared = 'secret=QWERTYUIOP&digits=6&issuer=issuer&algorithm=SHA1&period=30'
  it.each([
    ['419231', `otpauth://totp/issuer%3Aaccount%20name?${shared}`],
    ['7', `otpauth://totp/issuer%3Aaccount%20name?secret=QWERTYUIOP&digits=1&period=300`],
    ['878984', `otpauth://totp/a?secret=QWERTYUIOP&digits=6&algorithm=SHA256&period=30`],
    ['560428', `otpauth://totp/a?secret=QWERTYUIOP&digits=6&algorithm=SHA512&period=30`],
    ['011217', `otpauth://totp/a?secret=QWERTYUIOP&digits=6&algorithm=SHA1&period=1000000000`],
    ['419231', `otpauth://totp/test%40example.com?secret=QWERTYUIOP&digits=6&issuer=&period=30`],
    ['419231', 'otpauth://totp/?secret=QWERTYUIOP&digits=6&issuer=&algorithm=SHA1&period=30'],
    ['419231', 'otpauth://totp/莎士比亚?secret=QWERTYUIOP&digits=6&issuer=&algorithm=SHA1'],
    ['419231', 'otpauth://totp/🏴☠️:🏳️🌈?secret=QWERTYUIOP&digits=6&issuer='],
    ['419231', 'otpauth://totp/Matrix:@edent_:matrix.org?secret=QWERTYUIOP&digits=6&issuer='],
    ['419231', 'otpauth://totp/Example%20Website%3A%20%20%20test%40example.com?secret=QWERTYUIOP'],
    ['419231', 'otpauth://totp/issuer%3Aaccount%20name?secret=QWERTYUIOP======&issuer=issuer'],
    ['419231', 'otpauth://totp/example.com%3Aaccount?secret=QWERTYUIOP&issuer=microsoft.com'],
    ['419231', 'apple-otpauth://totp/Example%20Website%3Atest%40example.com?secret=QWERTYUIOP'],
    ['419231', 'otpauth://totp/a?secret=QWERTYUIOP&digits=&algorithm=SHA-1'],
  ])('gives %s for %s', (code, uri) => {
    expect(codeAt(fromOtpauthUri(uri).account.parameters, 1741011292_000)).toBe(code)
  })
})

describe('looking like an account', () => {
  it.each([
    [`otpauth://totp/a?${given}`, true],
    ['  OTPAuth://broken', true],
    ['apple-otpauth://totp/a', true],
    ['otpauth-migration://offline?data=AA', true],
    ['motp://a', true],
    [`steam://${secretBase32}`, true],
    ['steam://rungameid/440', false],
    ['https://example.org/otpauth://totp', false],
    [secretBase32, false],
    ['', false],
  ])('%s: %s', (text, claims) => {
    expect(looksLikeOtpauth(text)).toBe(claims)
  })
})
