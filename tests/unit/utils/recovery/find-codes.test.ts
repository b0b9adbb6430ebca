import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRecoveryCodes } from '@/utils/recovery/find-codes'

const find = (text: string, title = '') => findRecoveryCodes({ title, text })

const dashed = ['k7mf-p2xq', 'x92a-bb7c', '4j4k-aa81', 'qq3z-19vd', '8c8d-m2n3']
const digits = ['83917462', '19384756', '50293847', '74829103']
const hex = ['9f3b2c71aa', '0be417d29c', 'deadbeefca', '77aa10f3e4', '5c6d7e8f90']
const spaced = ['8391 7462', '1938 4756', '5029 3847', '7482 9103']
const intro = 'Keep these recovery codes in a safe place.'
const lines = (codes: readonly string[]) => codes.join('\n')

describe('codes on a page are found', () => {
  it.each<[string, string, readonly string[]]>([
    ['a list', `Two-factor is on\n${intro}\n${lines(dashed)}\nDownload\nPrint`, dashed],
    ['eight digits', `Your backup codes\n${lines(digits)}`, digits],
    ['eight digits in two groups', `Backup codes\n${lines(spaced)}`, spaced],
    ['ten hex digits', `Recovery codes\n${lines(hex)}`, hex],
    [
      'capitals and digits',
      'Backup codes\nAB12CD34\nXY98ZW76\nQQ11RR22',
      ['AB12CD34', 'XY98ZW76', 'QQ11RR22'],
    ],
    [
      'letters alone, in groups',
      'Recovery codes\nabcd-efgh\nqwer-tyui\nzxcv-bnma',
      ['abcd-efgh', 'qwer-tyui', 'zxcv-bnma'],
    ],
    [
      'letters alone, in both cases',
      'Backup codes\neDIsO-mUnch\nqWeRt-yUiOp\nzXcVb-nMaSd',
      ['eDIsO-mUnch', 'qWeRt-yUiOp', 'zXcVb-nMaSd'],
    ],
    [
      'long groups',
      'Recovery codes\n12ab3-cd4ef-56gh7\n98zy7-xw6vu-54ts3\n11aa2-bb3cc-44dd5',
      ['12ab3-cd4ef-56gh7', '98zy7-xw6vu-54ts3', '11aa2-bb3cc-44dd5'],
    ],
    [
      'a numbered list',
      `${intro}\n${dashed.map((code, at) => `${at + 1}. ${code}`).join('\n')}`,
      dashed,
    ],
    [
      'numbers without a dot',
      `${intro}\n${spaced.map((code, at) => `${at + 1} ${code}`).join('\n')}`,
      spaced,
    ],
    ['bullets', `${intro}\n${dashed.map((code) => `• ${code}`).join('\n')}`, dashed],
    ['boxes to tick', `${intro}\n${dashed.map((code) => `☐ ${code}`).join('\n')}`, dashed],
    [
      'named one by one',
      `Backup codes\n${digits.map((code, at) => `Code ${at + 1}: ${code}`).join('\n')}`,
      digits,
    ],
    [
      'a table of two columns',
      `Backup codes\n${digits[0]}\t${digits[1]}\n${digits[2]}\t${digits[3]}`,
      digits,
    ],
    [
      'a table with numbers',
      `Backup codes\n1\t${digits[0]}\t3\t${digits[1]}\n2\t${digits[2]}\t4\t${digits[3]}`,
      digits,
    ],
    [
      'a table with a button in each row',
      `Recovery codes\n${dashed.map((code) => `${code}\tCopy`).join('\n')}`,
      dashed,
    ],
    [
      'buttons on lines of their own',
      `Recovery codes\n${dashed.map((code) => `${code}\nCopy`).join('\n')}`,
      dashed,
    ],
    [
      'columns of spaces, in pre',
      `Recovery codes\n\n  ${dashed[0]}    ${dashed[1]}\n  ${dashed[2]}    ${dashed[3]}`,
      dashed.slice(0, 4),
    ],
    ['one line, set apart by blanks', `Recovery codes\n${dashed.join(' ')}`, dashed],
    ['one line, set apart by commas', `Recovery codes\n${digits.join(', ')}`, digits],
    ['words after them', `${lines(dashed)}\nSave your recovery codes: each works once.`, dashed],
    ['the title alone', lines(dashed), dashed],
    [
      'each of them twice, for printing',
      `Recovery codes\n${lines([...dashed, ...dashed])}`,
      dashed,
    ],
    [
      'words tied together',
      'Recovery codes\nyellow-river-table\ngreen-stone-cloud\nquiet-lemon-house',
      ['yellow-river-table', 'green-stone-cloud', 'quiet-lemon-house'],
    ],
    [
      'one long code',
      'Your recovery code\nX7QP-9K2M-81LD-0ZPA\nWrite it down.',
      ['X7QP-9K2M-81LD-0ZPA'],
    ],
    [
      'one long code behind its name',
      'Recovery code: 9f3b2c71aa0be417d29c',
      ['9f3b2c71aa0be417d29c'],
    ],
    [
      'a phrase of twelve words',
      'Your recovery phrase\nabandon river stone cloud lemon house quiet table green yellow candle mirror',
      ['abandon river stone cloud lemon house quiet table green yellow candle mirror'],
    ],
  ])('%s', (name, text, codes) => {
    expect(find(text, name === 'the title alone' ? 'Recovery codes' : 'Settings')).toEqual(codes)
  })

  it.each([
    ['en', 'Backup codes'],
    ['en', 'Save your recovery codes'],
    ['en', 'Emergency scratch codes'],
    ['de', 'Ihre Wiederherstellungscodes'],
    ['de', 'Back-up-Codes speichern'],
    ['fr', 'Codes de secours'],
    ['fr', 'Vos codes de récupération'],
    ['es', 'Códigos de recuperación'],
    ['es', 'Códigos de respaldo'],
    ['it', 'Codici di recupero'],
    ['it', 'I tuoi codici di backup'],
    ['it', 'Codici di riserva'],
    ['pt', 'Códigos alternativos'],
    ['pt', 'Códigos de recuperação'],
    ['nl', 'Herstelcodes'],
    ['nl', 'Je back-upcodes'],
    ['nl', 'Reservecodes'],
    ['pl', 'Kody zapasowe'],
    ['pl', 'Kody odzyskiwania'],
    ['cs', 'Záložní kódy'],
    ['cs', 'Kódy pro obnovení'],
    ['sv', 'Återställningskoder'],
    ['sv', 'Reservkoder'],
    ['da', 'Gendannelseskoder'],
    ['nb', 'Gjenopprettingskoder'],
    ['nb', 'Reservekoder'],
    ['fi', 'Varakoodit'],
    ['fi', 'Palautuskoodit'],
    ['tr', 'Yedek kodlar'],
    ['tr', 'Kurtarma kodları'],
    ['ru', 'Резервные коды'],
    ['ru', 'Коды восстановления'],
    ['uk', 'Резервні коди'],
    ['uk', 'Коди відновлення'],
    ['el', 'Εφεδρικοί κωδικοί'],
    ['el', 'Κωδικοί ανάκτησης'],
    ['hu', 'Helyreállítási kódok'],
    ['hu', 'Tartalék kódok'],
    ['ro', 'Coduri de recuperare'],
    ['ro', 'Coduri de rezervă'],
    ['zh-CN', '恢复代码'],
    ['zh-CN', '备用码'],
    ['zh-TW', '備用驗證碼'],
    ['zh-TW', '復原碼'],
    ['ja', 'バックアップ コード'],
    ['ja', 'リカバリーコード'],
    ['ko', '백업 코드'],
    ['ko', '복구 코드'],
    ['ar', 'رموز الاسترداد'],
    ['ar', 'الرموز الاحتياطية'],
    ['he', 'קודי גיבוי'],
    ['he', 'קודי שחזור'],
    ['vi', 'Mã khôi phục'],
    ['vi', 'Mã dự phòng'],
    ['id', 'Kode cadangan'],
    ['id', 'Kode pemulihan'],
  ])('under their name in %s: %s', (_, heading) => {
    expect(find(`${heading}\n${lines(dashed)}`)).toEqual(dashed)
  })
})

describe('what is no recovery code is not taken for one', () => {
  const under = (...rows: readonly string[]) => `Your recovery codes\n${lines(rows)}`
  it.each<[string, string]>([
    ['codes without a word for them', lines(dashed)],
    [
      'words far from the list',
      `Recovery codes\n${'Some prose of the page.\n'.repeat(30)}${lines(dashed)}`,
    ],
    [
      'a menu under the words',
      under('Download codes', 'Print codes', 'Generate new codes', 'Security settings'),
    ],
    ['headings of long words', under('Passwords', 'Passkeys', 'Security', 'Sessions', 'Overview')],
    ['names tied by a dash', under('sign-in', 'log-out', 'set-up', 'check-up')],
    ['dates', under('2026-01-15', '2026-02-16', '2026-03-17', '2026-04-18')],
    ['dates the other way round', under('15-01-2026', '16-02-2026', '17-03-2026', '18-04-2026')],
    ['dates without dashes', under('20260115', '20260216', '20260317', '20260418')],
    ['spans of years', under('2019-2020', '2020-2021', '2021-2022', '2022-2023')],
    ['times', under('10:15:22', '11:16:23', '12:17:24', '13:18:25')],
    ['telephone numbers', under('555-123-4567', '555-987-6543', '555-555-1212', '555-111-2222')],
    [
      'numbers to call',
      under('+1 555 123 4567', '+1 555 987 6543', '+44 20 7946 0958', '+49 30 901820'),
    ],
    [
      'numbers of cards',
      under(
        '4111 1111 1111 1111',
        '5500 0000 0000 0004',
        '3400 0000 0000 0009',
        '6011 0000 0000 0004',
      ),
    ],
    ['prices', under('$12,345.67', '$98,765.43', '€1.234,56', '€9.876,54')],
    ['addresses of machines', under('192.168.10.11', '192.168.10.12', '10.0.0.101', '10.0.0.102')],
    [
      'numbers one after the other',
      under('INV-2026001', 'INV-2026002', 'INV-2026003', 'INV-2026004'),
    ],
    ['mail addresses', under('ada@example.org', 'bob42@example.org', 'eve99@example.org')],
    ['orders, though backups are told of', `Backup of your code\nRecent orders\n${lines(digits)}`],
    [
      'licence keys',
      `Backup your codes\nLicense keys\nABCD1-EFGH2-IJKL3\nMNOP4-QRST5-UVWX6\nYZAB7-CDEF8-GHIJ9`,
    ],
    ['gift cards', `Recover a lost code\nYour gift cards\n${lines(dashed)}`],
    ['invitations', `Backup codes and more\nInvite codes\n${lines(dashed)}`],
    [
      'the secret of a set-up code',
      'Scan the QR code\nSave this backup key code\nJBSW Y3DP EHPK 3PXP\nEnter the code',
    ],
    ['a secret on one line', 'Recovery code\nJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
    [
      'a prompt for one',
      'Use a recovery code\nEnter one of your recovery codes.\nxxxx-xxxx\nLog in',
    ],
    ['two codes, as a sentence may have', 'Recovery codes look like k7mf-p2xq or x92a-bb7c.'],
    ['an example', 'Recovery code\nFor example: k7mf-p2xq'],
    [
      'more than any site gives',
      under(
        ...Array.from({ length: 101 }, (_, at) =>
          `${(at * 7919 + 10000019) % 99999989}`.padStart(8, '0'),
        ),
      ),
    ],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(find(text, 'Security')).toEqual([])
  })
})

describe('findRecoveryCodes', () => {
  const letters = [...'abcdefghjkmnpqrstuvwxyz23456789']
  const group = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 4 })
  const code = fc.tuple(group, group).map((groups) => groups.map((each) => each.join('')).join('-'))
  const codes = fc.uniqueArray(code, { minLength: 5, maxLength: 16 })
  const prose = fc.constantFrom('Download', 'Each works once.', 'Print them', 'Log out', 'Help')

  it('gives each code once, in the order of the page, as it is written there', () => {
    fc.assert(
      fc.property(codes, fc.array(prose, { maxLength: 6 }), (some, rest) => {
        const page = ['Your backup codes', ...some, ...rest].join('\n')
        const withDigits = some.filter((each) => /\d/.test(each)).length
        fc.pre(withDigits * 2 >= some.length)
        expect(find(page)).toEqual(some)
      }),
    )
  })

  it('never gives what is not on the page, and is done with any text', () => {
    const pieces = fc.constantFrom(
      ...dashed,
      ...digits,
      'recovery codes',
      '\n',
      '\t',
      ' ',
      '-',
      ': ',
    )
    const text = fc
      .array(fc.oneof(pieces, fc.string()), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (page) => {
        const plain = page.replace(/\s+/g, ' ')
        for (const each of find(page)) expect(plain).toContain(each)
      }),
    )
  })

  it('looks at a bounded part of a page, however large', () => {
    const page = `${'a1b2c3d4e5 '.repeat(200_000)}\n${'9f3b2c71aa\n'.repeat(50_000)}`
    expect(find(page)).toEqual([])
  })
})
