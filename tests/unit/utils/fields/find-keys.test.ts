import { describe, expect, test } from 'vitest'
import { findKeys } from '@/utils/fields/find-keys'

const key = 'JBSWY3DPEHPK3PXP'
const grouped = 'JBSW Y3DP EHPK 3PXP'
const long = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const keysIn = (passage: string, about = '') => findKeys({ about, passages: [passage] })

describe('a key that words for it stand next to is found', () => {
  test.each([
    ['one word', `Can't scan it? Enter this setup key: ${key}`, key],
    ['groups', `Unable to scan? Use the text code\n${grouped}`, key],
    ['small letters', `Trouble scanning? Type\n${grouped.toLowerCase()}\nin the app`, key],
    ['hyphens', `Manual entry key JBSW-Y3DP-EHPK-3PXP`, key],
    ['no-break spaces', `Setup key: ${grouped.replaceAll(' ', '\u00a0')}`, key],
    ['32 letters', `Setup key\n${long}`, long],
    [
      '26 letters in groups',
      'Setup key\nvq4c 2k6l 7xnh qd3w 5zbt y6mf pa',
      'VQ4C2K6L7XNHQD3W5ZBTY6MFPA',
    ],
    [
      'the 42 letters of MediaWiki',
      'Two-factor authentication secret key:\n3STN NQX4 LOU5 SWAQ 7PBT ILXN 37DG VF5X M7N7 VMHU XY',
      '3STNNQX4LOU5SWAQ7PBTILXN37DGVF5XM7N7VMHUXY',
    ],
    ['a word behind groups', 'Setup key\nJBSW Y3DP EHPK 3PXP OK', key],
    ['a number behind groups', 'Setup key JBSW Y3DP EHPK 3PXP 6', key],
    ['the next step behind groups', '1. Setup key: JBSW Y3DP EHPK 3PXP 2. Enter the code', key],
    ['a last group with a digit', 'Setup key\nJBSW Y3DP EHPK 3PXP G2', `${key}G2`],
    ['groups of digits alone', 'Setup key\njbsw y3dp 2345 3pxp', 'JBSWY3DP23453PXP'],
    ['no word of its own', `Scan the code in your authenticator app to set up 2FA\n${key}`, key],
    ['padding', `Setup key: ${key}======`, key],
    ['inside a sentence', `If you cannot scan, add the key ${grouped} to your app.`, key],
    [
      'words of capitals around',
      `SETUP KEY: TYPING 3BSW Y3DP EHPK 3PX7 BY HAND`,
      '3BSWY3DPEHPK3PX7',
    ],
    ['a word behind it', `${long}\nEnter this key manually`, long],
    ['letters alone', 'Setup key: KRMVATZTJFGXKRZG', 'KRMVATZTJFGXKRZG'],
  ])('%s', (_, passage, expected) => expect(keysIn(passage)).toEqual([expected]))

  test.each([
    ['secret key', 'Scan the QR code with your authenticator app or use the secret key'],
    ['secret', 'Two-factor authentication. Secret:'],
    ['key', 'Key (TOTP)'],
  ])('“%s” on a page about such codes', (_, words) => {
    expect(keysIn(`${words} ${key}`)).toEqual([key])
  })

  test('what a page is about may stand in its title', () => {
    expect(keysIn(`Your secret key ${key}`, 'Set up two-factor authentication')).toEqual([key])
    expect(keysIn(`Your secret key ${key}`, 'Account')).toEqual([])
  })

  test.each([
    ['de', 'QR-Code nicht scannen? Geben Sie den Schlüssel manuell ein:'],
    ['fr', 'Vous ne pouvez pas scanner ? Saisissez la clé de configuration'],
    ['es', '¿No puedes escanear el código? Introduce la clave manualmente'],
    ['pt', 'Não consegue ler o código QR? Use a chave de configuração'],
    ['it', 'Non riesci a scansionare? Inserisci la chiave manualmente'],
    ['nl', 'Kunt u niet scannen? Voer de sleutel handmatig in'],
    ['pl', 'Nie możesz zeskanować kodu? Wpisz klucz ręcznie'],
    ['sv', 'Skriv in nyckeln manuellt i appen'],
    ['fi', 'Syötä avain manuaalisesti'],
    ['cs', 'Zadejte klíč ručně'],
    ['tr', 'QR kodu okunmuyor mu? Kurulum anahtarı'],
    ['ru', 'Не удается отсканировать? Введите ключ вручную'],
    ['uk', 'Введіть ключ вручну'],
    ['zh', '无法扫描？请手动输入密钥'],
    ['zh-TW', '無法掃描嗎？請手動輸入金鑰'],
    ['ja', 'スキャンできない場合はセットアップキーを入力'],
    ['ko', 'QR 코드를 스캔할 수 없는 경우 설정 키'],
    ['vi', 'Nhập thủ công khóa thiết lập'],
    ['id', 'Tidak dapat memindai? Kunci penyiapan'],
  ])('words of %s', (_, words) => expect(keysIn(`${words}\n${key}`)).toEqual([key]))
})

describe('what is no key is not offered', () => {
  test.each([
    ['nothing said of it', `Welcome back\n${key}`],
    ['recovery codes', `Save these recovery codes\n${grouped}\n${long}`],
    [
      'backup codes under a set-up',
      `Setup key was used. Your backup codes: ABCD3-EFGH4-JKLM5-NPQR6`,
    ],
    ['a list of many', `Setup key\n${key}\n${long}\nKRUGS4ZANFZSAYJA\nONSWG4TFOQQGS3TU`],
    ['a licence key', `Two-factor add-on. License key: ABCDE-FGHJK-23456-LMNPQ`],
    ['a product key in German', `2FA-Modul. Lizenzschlüssel ABCDE-FGHJK-23456-LMNPQ`],
    ['a key of a cloud', `Scan for secrets. Secret key AKIAIOSFODNN7EXAMPLE`],
    ['an API key', `2FA is on. API key: ${key}`],
    ['a hash', 'Setup code checksum da5aeb4f2c36d7e5bc4a2fde6754321acbd'],
    ['a hash without a word', 'Can’t scan? abcdef234567abcdef234567abcdef23'],
    ['an order number', 'Scan at the till. Order 2345 6723 4567 2345'],
    ['numbers', 'Setup key 2345 6723 4567 2345'],
    ['an address', `Setup key https://example.org/${key}`],
    ['a hidden service', `Setup key: ${long.toLowerCase()}.onion`],
    ['an e-mail', `Setup key ${key}@example.org`],
    ['a part of a longer word', `Setup key ${key}0189`],
    ['other letters', `Setup key ${key}é`],
    ['words in capitals', 'SETUP KEY MISUNDERSTANDINGS INTERNATIONALIZATION'],
    ['words that touch it', `Setup code: type ${grouped.toLowerCase()} into that`],
    ['words of one length', 'Setup key with your code from this page that will open'],
    ['mixed letters', 'Setup key JbSwY3dPeHpK3pXp'],
    ['too short', 'Setup key JBSW Y3DP'],
    ['too long', `Setup key ${'JBSWY3DP'.repeat(20)}`],
    ['a script', `Setup key <script>alert(1)</script>`],
  ])('%s', (_, passage) => expect(keysIn(passage)).toEqual([]))
})

test('each key is found once, wherever it stands', () => {
  const passages = [`Setup key ${key}`, `Manual entry: ${grouped}`]
  expect(findKeys({ about: '', passages })).toEqual([key])
})
