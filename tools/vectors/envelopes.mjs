// Vectors of the envelope, for vaults and backups alike. A row: name, outcome, comment, how to seal
// (see seal.mjs), what else to know.
import { Buffer } from 'node:buffer'
import {
  changing,
  flipped,
  having,
  header,
  headerText,
  nested,
  slot,
  without,
  withText,
} from './bend.mjs'
import { padded } from './seal.mjs'

const flip = (member, at) => ({ file: changing(member, (text) => flipped(text, at)) })
const cut = (member, end) => ({ file: changing(member, (text) => text.slice(0, end)) })
const text = (change) => ({ fileText: (file) => change(JSON.stringify(file)) })
const sealedHeader = (members) => ({ header: having(members) })
const lacking = (...names) => ({ header: without(...names) })
const body = (change) => ({ pad: padded, file: changing('ciphertext', change) })
const salt = changing(
  'kdf',
  changing('salt', (value) => flipped(value, 0)),
)
const notUtf8 = (json) =>
  Buffer.concat([json, Buffer.from([0xff])].map((part) => Buffer.from(part)))
/** The last letter before one "=" carries two bits that mean nothing. */
const spareBits = (value) => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  return `${value.slice(0, -2)}${alphabet[alphabet.indexOf(value.at(-2)) + 1]}=`
}
const lenient = { lenient: true }

export const envelopes = [
  ['flip-body-first', 'damaged', 'first byte of the body', flip('ciphertext', 0)],
  ['flip-body-last', 'damaged', 'last byte of the tag', flip('ciphertext', -1)],
  [
    'flip-generator',
    'damaged',
    'every byte of the header counts',
    { file: header(having({ generator: 'sixpence/0.1.1' })) },
  ],
  ['flip-salt', 'password-wrong', 'another salt, another key', { file: slot(salt) }],
  [
    'flip-slot-nonce',
    'password-wrong',
    'nonce of the slot',
    { file: slot(changing('nonce', (value) => flipped(value, 0))) },
  ],
  [
    'flip-slot-key',
    'password-wrong',
    'wrapped key',
    { file: slot(changing('key', (value) => flipped(value, 0))) },
  ],
  [
    'flip-slot-tag',
    'password-wrong',
    'tag of the wrapped key',
    { file: slot(changing('key', (value) => flipped(value, -1))) },
  ],
  [
    'header-space',
    'damaged',
    'the same JSON with a space: other bytes',
    { file: headerText((value) => `${value} `) },
  ],
  [
    'header-slot-added',
    'damaged',
    'a slot slipped in',
    { file: header((value) => ({ ...value, slots: [...value.slots, { type: 'x' }] })) },
  ],

  ['cut-half', 'damaged', 'half of the file', text((json) => json.slice(0, json.length / 2))],
  ['cut-brace', 'damaged', 'one byte short', text((json) => json.slice(0, -1))],
  [
    'cut-tag',
    'damaged',
    'the body without its tag',
    {
      file: changing('ciphertext', (value) =>
        Buffer.from(value, 'base64').subarray(0, -16).toString('base64'),
      ),
    },
  ],
  ['cut-body-15', 'damaged', 'a body shorter than a tag', cut('ciphertext', 20)],
  ['cut-body-empty', 'damaged', 'an empty body', cut('ciphertext', 0)],
  ['cut-header', 'damaged', 'half a header', cut('protected', 100)],
  ['cut-header-empty', 'damaged', 'an empty header', cut('protected', 0)],

  ['label-body', 'damaged', 'the body sealed with another label', { label: 'sixpence-v1' }],
  [
    'label-version',
    'damaged',
    'the body sealed with a label of version 2',
    { label: 'sixpence-vault-v2' },
  ],

  ['without-protected', 'damaged', 'no header', { file: without('protected') }],
  ['without-ciphertext', 'damaged', 'no body', { file: without('ciphertext') }],
  ['without-version', 'damaged', 'no version', { file: without('version') }],
  ['without-min-reader', 'damaged', 'sealed without minReader', lacking('minReader')],
  ['without-enc', 'damaged', 'sealed without enc', lacking('enc')],
  ['without-content', 'damaged', 'sealed without content', lacking('content')],
  ['without-slots', 'damaged', 'sealed without slots', lacking('slots')],
  ['without-generator', 'damaged', 'sealed without generator', lacking('generator'), lenient],
  ['without-v', 'damaged', 'sealed without v', lacking('v'), lenient],

  [
    'extra-in-file',
    'success',
    'unknown members of the file mean nothing',
    { file: having({ comment: 'x', x: { y: [1] } }) },
  ],
  [
    'extra-in-header',
    'success',
    'unknown members of the header neither',
    sealedHeader({ hint: 'x', x: [{}] }),
  ],
  [
    'proto-in-file',
    'success',
    'a member named __proto__ is one like others',
    { fileText: withText('__proto__', '{"version":2}') },
  ],
  [
    'proto-in-header',
    'success',
    'in the header too',
    { headerText: withText('__proto__', '{"minReader":2}') },
  ],
  [
    'header-spelled',
    'success',
    'any JSON will do: it is kept as it is',
    { headerText: (value) => `\n${JSON.stringify(value, null, 3)} ` },
  ],

  ['min-reader-2', 'newer', 'for newer readers', sealedHeader({ v: 2, minReader: 2 })],
  [
    'min-reader-2-other',
    'newer',
    'told before anything else is looked at',
    { header: () => ({ minReader: 2, doors: [] }) },
  ],
  ['min-reader-0', 'damaged', 'minReader 0', sealedHeader({ minReader: 0 })],
  ['min-reader-fraction', 'damaged', 'minReader 1.5', sealedHeader({ minReader: 1.5 })],
  ['min-reader-text', 'damaged', 'minReader "1"', sealedHeader({ minReader: '1' })],
  [
    'min-reader-huge',
    'damaged',
    'minReader 1e300 is no version',
    sealedHeader({ minReader: 1e300 }),
  ],
  ['v-2', 'success', 'a newer header that old readers may read', sealedHeader({ v: 2 })],
  ['version-2', 'newer', 'a newer file', { file: having({ version: 2 }) }],
  [
    'version-2-other',
    'newer',
    'told whatever else it holds',
    { file: ({ format }) => ({ format, version: 2 }) },
  ],
  ['version-text', 'damaged', 'version "1"', { file: having({ version: '1' }) }],
  ['enc-other', 'damaged', 'another cipher', sealedHeader({ enc: 'C20P' })],
  [
    'content-other',
    'damaged',
    'another schema without a higher minReader',
    sealedHeader({ content: 'application/json;schema=2' }),
  ],

  [
    'base64-url',
    'damaged',
    'the url alphabet in a body',
    body((value) => value.replaceAll('+', '-').replaceAll('/', '_')),
  ],
  ['base64-unpadded', 'damaged', 'a body without padding', body((value) => value.replace('=', ''))],
  [
    'base64-newline',
    'damaged',
    'a body with a line break',
    body((value) => `${value.slice(0, 76)}\n${value.slice(76)}`),
  ],
  ['base64-space', 'damaged', 'a body with a space', body((value) => `${value} `)],
  ['base64-spare-bits', 'damaged', 'bits set that mean nothing', body(spareBits)],
  [
    'base64url-padded',
    'damaged',
    'a header with padding',
    {
      header: having({ generator: 'sixpence/0.1' }),
      file: changing('protected', (value) =>
        value.padEnd(Math.ceil(value.length / 4) * 4 + (value.length % 4 ? 0 : 4), '='),
      ),
    },
  ],
  [
    'base64url-standard',
    'damaged',
    'the standard alphabet in a header',
    {
      header: having({ generator: '~~~???>>>' }),
      file: changing('protected', (value) => value.replaceAll('-', '+').replaceAll('_', '/')),
    },
  ],
  [
    'base64url-newline',
    'damaged',
    'a header with a line break',
    { file: changing('protected', (value) => `${value.slice(0, 76)}\n${value.slice(76)}`) },
  ],
  ['body-number', 'damaged', 'a body that is a number', { file: having({ ciphertext: 7 }) }],

  ['json-trailing-comma', 'damaged', 'no JSON', text((json) => json.replace(/}$/, ',}'))],
  ['json-nan', 'damaged', 'NaN is no JSON', text((json) => json.replace(/}$/, ',"x":NaN}'))],
  ['json-garbage', 'damaged', 'something after the end', text((json) => `${json}x`)],
  ['json-spaces', 'success', 'white space around the file', text((json) => `\r\n\t ${json}\n\n`)],
  ['json-pretty', 'success', 'and in it', { fileText: (file) => JSON.stringify(file, null, 2) }],
  [
    'json-escapes',
    'success',
    'letters spelled as escapes',
    text((json) => json.replace('"protected"', '"\\u0070rotected"')),
  ],
  [
    'json-duplicate',
    'success',
    'of two members of one name the last counts',
    { fileText: withText('version', '2') },
  ],
  [
    'json-duplicate-last',
    'newer',
    'the last, and not the first',
    text((json) => json.replace(/}$/, ',"version":2}')),
  ],
  [
    'json-deep-64',
    'success',
    'nests 64 deep with the file itself',
    { fileText: withText('x', nested(63)) },
  ],
  [
    'json-deep-65',
    'damaged',
    'one deeper',
    text((json) => json.replace(/}$/, `,"x":${nested(64)}}`)),
  ],
  [
    'json-deep-bomb',
    'damaged',
    '20,000 deep',
    {
      fileText: ({ format }) => `{"format":"${format}","version":1,"payload":${'['.repeat(20_000)}`,
    },
  ],
  [
    'json-brackets-in-text',
    'success',
    'brackets in text do not nest',
    { file: having({ x: '[[{"'.repeat(100) }) },
  ],
  ['header-deep-64', 'success', 'a header 64 deep', { headerText: withText('x', nested(63)) }],
  ['header-deep-65', 'damaged', 'one deeper', { headerText: withText('x', nested(64)) }],
  ['header-array', 'damaged', 'a header that is an array', { headerText: () => '[]' }],
  ['header-null', 'damaged', 'a header that is null', { headerText: () => 'null' }],
  [
    'header-bom',
    'damaged',
    'a header with a byte order mark',
    { headerText: (value) => `\ufeff${JSON.stringify(value)}` },
  ],
  [
    'header-not-utf8',
    'damaged',
    'a header that is no UTF-8',
    { headerText: (value) => notUtf8(JSON.stringify(value)) },
  ],
  [
    'header-long',
    'damaged',
    'a header of more than 65,536 letters',
    sealedHeader({ x: 'x'.repeat(50_000) }),
  ],
  [
    'header-duplicate',
    'success',
    'of two minReader the last counts',
    { headerText: withText('minReader', '2') },
  ],

  ['padding-none', 'success', 'no padding', { pad: (json) => Buffer.from(json) }],
  [
    'padding-around',
    'success',
    'white space before and after',
    { pad: (json) => Buffer.from(` \t\n${json}\r\n `) },
  ],
  [
    'padding-zeros',
    'damaged',
    'zeros are no white space',
    { pad: (json) => Buffer.from(`${json}\0\0`) },
  ],
  [
    'body-bom',
    'damaged',
    'a body with a byte order mark',
    { pad: (json) => Buffer.from(`\ufeff${json}`) },
  ],
  ['body-not-utf8', 'damaged', 'a body that is no UTF-8', { pad: notUtf8 }],
  ['body-not-json', 'damaged', 'a body that is no JSON', { pad: () => Buffer.from('otpauth://') }],
  ['body-array', 'damaged', 'a body that is an array', { pad: () => Buffer.from('[]') }],
]
