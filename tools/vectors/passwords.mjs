// Vectors of passwords, slots and key derivation, for vaults and backups alike. A row: name,
// outcome, comment, how to seal (see seal.mjs), what else to know.
import { changing, having, kdf, slot, without } from './bend.mjs'
import { cheapCost } from './seal.mjs'

const composed = 'Gr\u00fc\u00dfe 7'
const decomposed = composed.normalize('NFD')
const under = (password) => ({ slot: { password } })
const two = (options) => ({
  slots: async (first, make) => [first, await make({ name: 'second', ...options })],
})
const passkey = { type: 'passkey-prf', credential: 'AAAA', key: 7, kdf: { m: 1e9 } }
const add = (...more) => ({ slots: (first) => [...more, first] })
const costing = (cost) => ({ slot: { cost: { ...cheapCost, ...cost } } })
/** Numbers that JSON can write and JavaScript would write otherwise. */
const spelled = (from, to) => ({
  headerText: (value) => JSON.stringify(value).replace(from, to),
})
const ill = (members) => ({ file: kdf(members) })

export const passwords = [
  ['password-wrong', 'password-wrong', 'another password', {}, { password: 'correct horse' }],
  ['password-case', 'password-wrong', 'case counts', under('Password'), { password: 'password' }],
  [
    'password-trailing-space',
    'password-wrong',
    'nothing is trimmed',
    under('a'),
    { password: 'a ' },
  ],
  ['password-empty', 'password-empty', 'an empty password is never tried', {}, { password: '' }],
  ['password-space', 'success', 'one space is a password', under(' '), { password: ' ' }],
  [
    'password-emoji',
    'success',
    'four bytes of UTF-8',
    under('\u{1f511}'),
    { password: '\u{1f511}' },
  ],
  [
    'password-long',
    'success',
    '300 bytes',
    under('0123456789'.repeat(30)),
    { password: '0123456789'.repeat(30) },
  ],
  ['password-nfc', 'success', 'composed, typed alike', under(composed), { password: composed }],
  ['password-nfc-typed-nfd', 'success', 'NFC is tried', under(composed), { password: decomposed }],
  [
    'password-nfd',
    'success',
    'decomposed, typed alike',
    under(decomposed),
    { password: decomposed },
  ],
  [
    'password-nfd-typed-nfc',
    'password-wrong',
    'NFD is not tried: as typed, NFC, NFKC',
    under(decomposed),
    { password: composed },
  ],
  ['password-nfkc', 'success', 'NFKC is tried', under('office'), { password: 'o\ufb03ce' }],

  ['slots-two-first', 'success', 'the first of two opens', two({ password: 'other' })],
  [
    'slots-two-second',
    'success',
    'and so does the second',
    two({ password: 'b' }),
    { password: 'b' },
  ],
  [
    'slots-two-neither',
    'password-wrong',
    'neither opens',
    two({ password: 'b' }),
    { password: 'c' },
  ],
  ['slots-unknown-before', 'success', 'unknown types are stepped over', add(passkey)],
  ['slots-unknown-bare', 'success', 'all an unknown slot needs is a type', add({ type: 'raw' })],
  ['slots-unknown-only', 'damaged', 'no way in by password', { slots: () => [passkey] }],
  ['slots-none', 'damaged', 'no slot at all', { slots: () => [] }],
  ['slots-no-array', 'damaged', 'slots is an object', { slots: (first) => ({ first }) }],
  ['slots-null', 'damaged', 'a slot that is null', add(null)],
  ['slots-untyped', 'damaged', 'a slot without a type', add({ key: 'AAAA' })],
  ['slots-type-number', 'damaged', 'a slot whose type is a number', add({ type: 1 })],
  [
    'slots-three',
    'kdf-refused',
    'more than two password slots would cost too much',
    { slots: (first) => [first, first, first] },
  ],
  [
    'slots-two-too-costly',
    'kdf-refused',
    'each is within bounds, both together are not',
    { slots: (first) => [first, first].map(changing('kdf', having({ m: 262_144, t: 9 }))) },
  ],
  [
    'slots-second-too-costly',
    'kdf-refused',
    'every slot is judged before the first is tried',
    { slots: (first) => [first, { ...first, kdf: { ...first.kdf, m: 262_145 } }] },
  ],
  [
    'slots-extra-members',
    'success',
    'unknown members mean nothing',
    {
      slots: ({ kdf, ...rest }) => [{ ...rest, hint: 1, kdf: { ...kdf, data: 'x' } }],
    },
  ],
  [
    'slot-label',
    'password-wrong',
    "sealed with the other format's AAD",
    { slot: { label: 'sixpence-v1' } },
  ],
  ['slot-nonce-11', 'damaged', 'really sealed with 11 bytes', { slot: { nonceSize: 11 } }],
  ['slot-nonce-13', 'damaged', 'really sealed with 13 bytes', { slot: { nonceSize: 13 } }],
  ['slot-key-31', 'damaged', 'wraps 31 bytes', { slot: { wraps: new Uint8Array(31) } }],
  ['slot-key-33', 'damaged', 'wraps 33 bytes', { slot: { wraps: new Uint8Array(33) } }],
  [
    'slot-key-other',
    'damaged',
    'wraps a key that is not the one of the body',
    { slot: { wraps: new Uint8Array(32) } },
  ],
  ['slot-without-kdf', 'damaged', 'no kdf', { file: slot(without('kdf')) }],
  ['slot-without-nonce', 'damaged', 'no nonce', { file: slot(without('nonce')) }],
  ['slot-without-key', 'damaged', 'no key', { file: slot(without('key')) }],
  [
    'slot-nonce-unpadded',
    'damaged',
    'not base64',
    { file: slot(having({ nonce: 'AAAAAAAAAAAAAAA' })) },
  ],

  ['kdf-two-passes', 'success', 't 2', costing({ t: 2 })],
  ['kdf-two-lanes', 'success', 'p 2', costing({ p: 2 })],
  ['kdf-more-memory', 'success', 'm 19457: no power of two is asked for', costing({ m: 19_457 })],
  ['kdf-m-decimal', 'success', '19456.0 is 19456', spelled('"m":19456', '"m":19456.0')],
  ['kdf-m-exponent', 'success', '1.9456e4 is 19456', spelled('"m":19456', '"m":1.9456e4')],
  ['kdf-m-small', 'kdf-refused', 'm 19455', ill({ m: 19_455 })],
  ['kdf-m-large', 'kdf-refused', 'm 262145', ill({ m: 262_145 })],
  ['kdf-m-bomb', 'kdf-refused', 'm 2^30: a tebibyte', ill({ m: 2 ** 30 })],
  ['kdf-m-wrap', 'kdf-refused', 'm 2^32 + 19456: must not wrap', ill({ m: 2 ** 32 + 19_456 })],
  ['kdf-m-huge', 'kdf-refused', 'm 1e400', spelled('"m":19456', '"m":1e400')],
  ['kdf-m-fraction', 'kdf-refused', 'm 19456.5', ill({ m: 19_456.5 })],
  ['kdf-m-negative', 'kdf-refused', 'm -19456', ill({ m: -19_456 })],
  ['kdf-m-text', 'damaged', 'a number as text is no number', ill({ m: '19456' })],
  ['kdf-m-null', 'damaged', 'm null', ill({ m: null })],
  ['kdf-m-true', 'damaged', 'm true', ill({ m: true })],
  [
    'kdf-without-m',
    'damaged',
    'no m',
    { file: slot((value) => ({ ...value, kdf: without('m')(value.kdf) })) },
  ],
  [
    'kdf-forms-too-costly',
    'kdf-refused',
    'within bounds for one form of the password, not for two',
    ill({ m: 262_144, t: 16 }),
    { password: decomposed },
  ],
  ['kdf-t-0', 'kdf-refused', 't 0', ill({ t: 0 })],
  ['kdf-t-17', 'kdf-refused', 't 17', ill({ t: 17 })],
  ['kdf-t-fraction', 'kdf-refused', 't 1.5', ill({ t: 1.5 })],
  ['kdf-t-raised', 'password-wrong', 't changed from 1 to 2: another key', ill({ t: 2 })],
  ['kdf-p-0', 'kdf-refused', 'p 0', ill({ p: 0 })],
  ['kdf-p-17', 'kdf-refused', 'p 17', ill({ p: 17 })],
  ['kdf-argon2i', 'kdf-refused', 'another function', ill({ name: 'argon2i' })],
  ['kdf-version-16', 'kdf-refused', 'another version of it', ill({ version: 16 })],
  ['kdf-salt-15', 'kdf-refused', 'really derived with 15 bytes', { slot: { saltSize: 15 } }],
  ['kdf-salt-17', 'kdf-refused', 'really derived with 17 bytes', { slot: { saltSize: 17 } }],
  ['kdf-salt-empty', 'kdf-refused', 'no byte of salt', ill({ salt: '' })],
  ['kdf-salt-unpadded', 'kdf-refused', 'not base64', ill({ salt: 'AAAAAAAAAAAAAAAAAAAAAA' })],
  ['kdf-salt-number', 'damaged', 'a number as salt', ill({ salt: 16 })],
]
