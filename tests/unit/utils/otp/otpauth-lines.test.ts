import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxLines, parseLines } from '@/utils/otp/otpauth-lines'

const uri = (label: string) => `otpauth://totp/${label}?secret=JBSWY3DPEHPK3PXP`
const labels = (text: string) =>
  parseLines(text).accounts.map(({ line, account }) => [line, account.label])

describe('pasted lines', () => {
  it.each([
    [
      'line feeds',
      `${uri('a')}\n${uri('b')}`,
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'carriage returns and line feeds',
      `${uri('a')}\r\n${uri('b')}\r\n`,
      [
        [1, 'a'],
        [2, 'b'],
      ],
    ],
    [
      'blank lines',
      `\n\n  \n${uri('a')}\n\t\n${uri('b')}`,
      [
        [4, 'a'],
        [6, 'b'],
      ],
    ],
    [
      'two on one line',
      `${uri('a')} ${uri('b b')}\n${uri('c')}`,
      [
        [1, 'a'],
        [1, 'b b'],
        [2, 'c'],
      ],
    ],
    ['numbers in front', `1. ${uri('a')}`, [[1, 'a']]],
    ['bullets in front', `- ${uri('a')}`, [[1, 'a']]],
    ['names in front', `My Git Hub: ${uri('a')}`, [[1, 'a']]],
    ['a byte order mark', `\ufeff${uri('a')}`, [[1, 'a']]],
    ['nothing', ' \n', []],
  ])('may be parted by %s', (_, text, expected) => {
    expect(labels(text)).toEqual(expected)
    expect(parseLines(text).problems).toEqual([])
  })

  it('name every line that is no account, without quoting it', () => {
    const text = [
      'JBSWY3DPEHPK3PXP',
      uri('fine'),
      'otpauth-migration://offline?data=AA',
      'motp://a?secret=00',
      'otpauth://totp/a?secret=JBSW1',
      'otpauth://totp/a?secret=A&secret=A',
    ].join('\n')
    const { accounts, problems } = parseLines(text)
    expect(accounts.map(({ line }) => line)).toEqual([2])
    expect(problems).toEqual([
      { line: 1, code: 'otpauth-malformed', detail: {} },
      { line: 3, code: 'otpauth-type-unknown', detail: { type: 'otpauth-migration' } },
      { line: 4, code: 'otpauth-type-unknown', detail: { type: 'motp' } },
      { line: 5, code: 'secret-character', detail: { character: '1', position: 5 } },
      { line: 6, code: 'secret-missing', detail: {} },
    ])
  })

  it('keep what stands in front of a URI and may be more than its name', () => {
    for (const front of ['JBSWY3DPEHPK3PXP', 'motp://a?secret=00:', 'see the note of']) {
      const { accounts, problems } = parseLines(`${front} ${uri('a')}`)
      expect([accounts.length, problems.length]).toEqual([1, 1])
    }
  })

  it('keep their warnings', () => {
    const [first] = parseLines('otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP').accounts
    expect(first?.warnings).toEqual([{ code: 'counter-missing', detail: {} }])
  })

  it('are never dropped: each one that is not blank is an account or a problem', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(uri('a'), 'otpauth://', ' ', '', 'otpauth://totp/x?secret=!'),
    )
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = lines.map((one) => one.replace(/[\r\n\u2028\u2029]/g, '')).join('\n')
        const { accounts, problems } = parseLines(text)
        const told = new Set([...accounts, ...problems].map((one) => one.line))
        const expected = text.split('\n').flatMap((one, index) => (one.trim() ? [index + 1] : []))
        expect([...told].sort((a, b) => a - b)).toEqual(expected)
      }),
    )
  })
})

describe('of too many lines', () => {
  const line = 'otpauth://totp/a?secret=JBSWY3DPEHPK3PXP'

  it('as many as are read at once are read', () => {
    const lines = `${`${line}\n`.repeat(10)}${'\n'.repeat(maxLines - 10)}`
    expect(parseLines(lines).accounts).toHaveLength(10)
  })

  it.each([
    ['one a line', `${line}\n`.repeat(maxLines + 1)],
    ['all on one line', `${line} `.repeat(maxLines + 1)],
    ['blank ones', '\n'.repeat(100_000)],
    ['parted by carriage returns', `${line}\r`.repeat(maxLines + 1)],
    ['by separators of lines', '\u2028'.repeat(100_000)],
    ['by separators of paragraphs', 'x\u2029'.repeat(100_000)],
  ])('none is read, and the first that is too many says so: %s', (_, text) => {
    expect(parseLines(text)).toEqual({
      accounts: [],
      problems: [{ line: maxLines + 1, code: 'lines-too-many', detail: {} }],
    })
  })
})
