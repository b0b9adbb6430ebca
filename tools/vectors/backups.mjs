// Vectors of backups alone. A row: name, outcome, comment, how to seal, what else to know.
import { Buffer } from 'node:buffer'
import { flipped, having, header, nested, without } from './bend.mjs'
import {
  enrolled,
  entryOf,
  hotp,
  payloadOf,
  steam,
  totp,
  trashed,
  unknown,
  uriOf,
  withRecovery,
} from './contents.mjs'

const usualLines = [totp, hotp, steam].map(uriOf)
const holding = (payload, lines = [], more = {}) => ({
  body: JSON.stringify(payload),
  lines,
  ...more,
})
const plain = (change = (file) => file) => ({ plain: (file) => JSON.stringify(change(file)) })
const plainText = (change) => ({ plain: (file) => change(JSON.stringify(file)) })
/** A good entry, a broken one and a good one: the good ones must come through. */
const broken = (members, more = {}) =>
  holding(
    payloadOf([entryOf(totp), { ...entryOf(hotp), ...members }, entryOf(steam)]),
    [totp, steam].map(uriOf),
    { others: 1, ...more },
  )
const amid = (raw) =>
  holding(payloadOf([entryOf(totp), raw, entryOf(steam)]), [totp, steam].map(uriOf), { others: 1 })
const bare = { type: 'totp', secret: 'MFRGG' }
const bareAccount = {
  issuer: '',
  label: '',
  parameters: { ...totp.parameters, secretBase32: 'MFRGG' },
}
const deep = (depth) =>
  holding(payloadOf(undefined, { x: 'here' }), usualLines).body.replace('"here"', nested(depth))

export const backups = [
  ['usual', 'success', 'one entry of each type'],
  ['plain', 'success', 'the same in the clear: no password is asked for', plain()],
  ['empty', 'success', 'no entry', {}, holding(payloadOf([]))],
  ['plain-empty', 'success', 'no entry', plain(), holding(payloadOf([]))],
  [
    'trash',
    'success',
    'entries in the trash are entries',
    {},
    holding(payloadOf([entryOf(trashed)]), [uriOf(trashed)]),
  ],
  ['unknown-type', 'success', 'entries of unknown types are kept', {}, amid(unknown)],
  ['plain-unknown-type', 'success', 'in the clear too', plain(), amid(unknown)],
  [
    'extra-members',
    'success',
    'unknown members are kept',
    {},
    holding(
      payloadOf(
        [totp, hotp, steam].map(entryOf).map(
          having({
            order: 1,
            label: 'x',
            parameters: {},
            icon: { mime: 'image/png', data: 'AAAA' },
          }),
        ),
        { later: [{}], tags: [] },
      ),
      usualLines,
    ),
  ],
  [
    'entry-bare',
    'success',
    'type and secret are enough',
    {},
    holding(payloadOf([bare]), [uriOf(bareAccount)]),
  ],
  [
    'entry-secret-spelled',
    'success',
    'lower case, spaces, dashes, padding',
    {},
    holding(payloadOf([{ ...bare, secret: 'mf rg-g===' }]), [uriOf(bareAccount)]),
  ],
  [
    'entry-domains-only',
    'success',
    'domains where there are no sites',
    {},
    holding(payloadOf([without('sites')(entryOf(totp))]), [uriOf(totp)]),
  ],
  [
    'entry-recovery',
    'success',
    'recovery codes',
    {},
    holding(payloadOf([entryOf(withRecovery)]), [uriOf(withRecovery)]),
  ],
  [
    'entry-enrolment',
    'success',
    'entries off a set-up page; what is confirmed, or does not hold, counts as missing',
    {},
    ((accounts) => holding(payloadOf(accounts.map(entryOf)), accounts.map(uriOf)))([
      ...enrolled,
      { ...totp, id: 'a5', label: 'third', enrolment: { startedAtMs: 'now' } },
    ]),
  ],
  [
    'entry-counter-largest',
    'success',
    '2^53 - 1, as text',
    {},
    ((account) => holding(payloadOf([entryOf(account)]), [uriOf(account)]))({
      ...hotp,
      parameters: { ...hotp.parameters, counter: 2 ** 53 - 1 },
    }),
  ],
  [
    'without-settings',
    'success',
    'settings may be missing',
    {},
    holding(without('settings')(payloadOf()), usualLines),
  ],
  [
    'proto-in-body',
    'success',
    'a member named __proto__ is one like others',
    {},
    {
      ...holding(payloadOf(), usualLines),
      body: JSON.stringify(payloadOf()).replace('"entries"', '"__proto__":{"schema":2},"entries"'),
    },
  ],

  [
    'entry-counter-huge',
    'success',
    'one entry cannot be read and is told: counter 2^53',
    {},
    broken({ counter: '9007199254740992' }),
  ],
  ['entry-counter-negative', 'success', 'counter -1', {}, broken({ counter: '-1' })],
  ['entry-counter-missing', 'success', 'no counter', {}, broken({ counter: '' })],
  ['entry-digits-0', 'success', 'digits 0', {}, broken({ digits: 0 })],
  ['entry-digits-11', 'success', 'digits 11', {}, broken({ digits: 11 })],
  ['entry-digits-huge', 'success', 'digits 1e300', {}, broken({ digits: 1e300 })],
  ['entry-period-0', 'success', 'period 0', {}, broken({ type: 'totp', period: 0 })],
  ['entry-period-fraction', 'success', 'period 30.5', {}, broken({ type: 'totp', period: 30.5 })],
  ['entry-algorithm', 'success', 'algo MD5', {}, broken({ algo: 'MD5' })],
  ['entry-secret-empty', 'success', 'no secret', {}, broken({ secret: '' })],
  [
    'entry-secret-character',
    'success',
    '0 is not in the alphabet',
    {},
    broken({ secret: 'MFRGG0' }),
  ],
  ['entry-issuer-number', 'success', 'an issuer that is a number', {}, broken({ issuer: 7 })],
  ['entry-number', 'success', 'an entry that is a number', {}, amid(7)],
  ['entry-null', 'success', 'an entry that is null', {}, amid(null)],
  ['entry-untyped', 'success', 'an entry without a type', {}, amid({ secret: 'MFRGG' })],
  ['plain-entry-digits-11', 'success', 'in the clear', plain(), broken({ digits: 11 })],

  [
    'payload-schema-2',
    'newer',
    'a newer schema, whatever the header says',
    {},
    holding({ schema: 2, doors: [] }),
  ],
  ['plain-schema-2', 'newer', 'in the clear', plain(), holding({ schema: 2, doors: [] })],
  ['payload-schema-text', 'damaged', 'schema "1"', {}, holding(payloadOf([], { schema: '1' }))],
  ['payload-without-schema', 'damaged', 'no schema', {}, holding(without('schema')(payloadOf()))],
  [
    'payload-without-entries',
    'damaged',
    'no entries',
    {},
    holding(without('entries')(payloadOf())),
  ],
  [
    'plain-without-entries',
    'damaged',
    'in the clear',
    plain(),
    holding(without('entries')(payloadOf())),
  ],
  [
    'payload-entries-object',
    'damaged',
    'entries that are no array',
    {},
    holding(payloadOf({ 0: {} })),
  ],
  [
    'payload-deep-64',
    'success',
    'payloads may nest 64 deep',
    {},
    { body: deep(63), lines: usualLines },
  ],
  ['payload-deep-65', 'damaged', 'and no deeper', {}, { body: deep(64) }],

  ['plain-null', 'damaged', 'a payload that is null', plain(having({ payload: null }))],
  ['plain-version-2', 'newer', 'a newer file in the clear', plain(having({ version: 2 }))],
  [
    'plain-cut',
    'damaged',
    'half of a plain file',
    plainText((json) => json.slice(0, json.length / 2)),
  ],
  ['plain-bom', 'success', 'a byte order mark means nothing', plainText((json) => `\ufeff${json}`)],
  [
    'plain-duplicate',
    'success',
    'of two members of one name the last counts',
    plainText((json) => json.replace('"payload"', '"payload":{},"payload"')),
  ],
  [
    'bom',
    'success',
    'a byte order mark means nothing',
    { fileText: (file) => `\ufeff${JSON.stringify(file)}` },
  ],
  [
    'sealed-and-plain',
    'success',
    'the sealed part counts',
    { file: having({ payload: { schema: 1, entries: [] } }) },
  ],
  [
    'without-both',
    'damaged',
    'neither sealed nor plain',
    { file: without('protected', 'ciphertext') },
  ],
  [
    'without-nonce',
    'damaged',
    'sealed without a nonce in the header',
    { header: without('nonce') },
  ],
  [
    'without-created',
    'damaged',
    'sealed without created',
    { header: without('created') },
    { lenient: true },
  ],
  ['without-format', 'unknown', 'no format', { file: without('format') }],
  [
    'flip-nonce',
    'damaged',
    'nonce of the body',
    { file: header((value) => ({ ...value, nonce: flipped(value.nonce, 0) })) },
  ],
  ['nonce-11', 'damaged', 'really sealed with 11 bytes', { nonceSize: 11 }],
  ['nonce-13', 'damaged', 'really sealed with 13 bytes', { nonceSize: 13 }],
  [
    'label-vault',
    'damaged',
    "the body sealed with a vault's label",
    { label: 'sixpence-vault-v1' },
  ],
  ['label-generation', 'damaged', 'a number at the end of the AAD', { aadEnd: '.1' }],
  [
    'not-utf8',
    'unknown',
    'a file that is no UTF-8',
    { fileText: (file) => Buffer.from(JSON.stringify(having({ x: '\xff' })(file)), 'latin1') },
  ],
  [
    'cut-early',
    'unknown',
    'too little is left to tell what it was',
    { fileText: () => '{"format":"six' },
  ],
  ['nothing', 'empty', 'an empty file', { fileText: () => '' }],
  ['spaces', 'empty', 'only white space', { fileText: () => ' \n ' }],
]
