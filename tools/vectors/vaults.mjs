// Vectors of vaults alone. A row: name, outcome, comment, how to seal, what else to know.
import { Buffer } from 'node:buffer'
import { changing, flipped, having, nested, without, withText } from './bend.mjs'
import {
  documentOf,
  enrolled,
  hotp,
  steam,
  totp,
  trashed,
  unknown,
  uriOf,
  withRecovery,
} from './contents.mjs'

const holding = (document, lines = [], more = {}) => ({
  body: JSON.stringify(document),
  lines,
  ...more,
})
const usual = [totp, hotp, steam]
const usualLines = usual.map(uriOf)
const lenient = { lenient: true }
const changed = (members) => holding(documentOf([{ ...totp, ...members }]), [], lenient)
const coded = (members) => changed({ parameters: { ...totp.parameters, ...members } })
const bodyText = (from, to, more) => ({
  ...holding(documentOf(), usualLines, more),
  body: JSON.stringify(documentOf()).replace(from, to),
})
const deep = (depth) => bodyText('"settings"', `"x":${nested(depth)},"settings"`)
const recovery = (code) => changed({ recoveryCodes: [{ code, usedAtMs: null }] })
const nonce = (bytes) => ({ file: having({ nonce: Buffer.alloc(bytes).toString('base64') }) })

export const vaults = [
  ['usual', 'success', 'one account of each type'],
  ['empty', 'success', 'no account', {}, holding(documentOf([]))],
  [
    'trash',
    'success',
    'accounts in the trash are accounts',
    {},
    holding(documentOf([trashed]), [uriOf(trashed)]),
  ],
  [
    'recovery',
    'success',
    'recovery codes',
    {},
    holding(documentOf([withRecovery]), [uriOf(withRecovery)]),
  ],
  [
    'enrolment',
    'success',
    'accounts off a set-up page, one unconfirmed',
    {},
    holding(documentOf(enrolled), enrolled.map(uriOf)),
  ],
  [
    'unsupported',
    'success',
    'entries of unknown kinds are kept',
    {},
    holding(documentOf([totp], { unsupported: [unknown, { id: 'u2' }] }), [uriOf(totp)], {
      others: 2,
    }),
  ],
  [
    'extra-members',
    'success',
    'unknown members are kept',
    {},
    holding(
      documentOf(usual.map(having({ order: 1, x: { icon: {} } })), {
        later: [{}],
        settings: { lockAfterMinutes: 15, theme: 'x' },
      }),
      usualLines,
    ),
  ],
  [
    'proto-in-body',
    'success',
    'a member named __proto__ is one like others',
    {},
    bodyText('"settings"', '"__proto__":{"schema":2},"settings"'),
  ],
  [
    'widest-numbers',
    'success',
    'the widest numbers there are',
    {},
    ((account) => holding(documentOf([account]), [uriOf(account)]))({
      ...hotp,
      createdAtMs: -(2 ** 53) + 1,
      parameters: { ...hotp.parameters, digits: 10, counter: 2 ** 53 - 1 },
    }),
  ],
  [
    'many',
    'success',
    '200 accounts',
    {},
    ((many) => holding(documentOf(many), many.map(uriOf)))(
      Array.from({ length: 200 }, (_, at) => ({ ...totp, id: `m${at}`, label: `number ${at}` })),
    ),
  ],
  ['document-deep-1024', 'success', 'documents may nest 1,024 deep', {}, deep(1_023)],
  ['document-deep-1025', 'damaged', 'and no deeper', {}, deep(1_024)],
  [
    'document-duplicate',
    'success',
    'of two members of one name the last counts',
    {},
    bodyText('"schema":1', '"schema":2,"schema":1'),
  ],
  [
    'document-schema-2',
    'newer',
    'a newer schema, whatever the header says',
    {},
    holding({ schema: 2, doors: [] }),
  ],
  ['document-schema-0', 'damaged', 'schema 0', {}, holding(documentOf([], { schema: 0 }))],
  ['document-without-schema', 'damaged', 'no schema', {}, holding(without('schema')(documentOf()))],
  [
    'document-without-accounts',
    'damaged',
    'no accounts',
    {},
    holding(without('accounts')(documentOf())),
  ],
  [
    'document-without-unsupported',
    'damaged',
    'no unsupported',
    {},
    holding(without('unsupported')(documentOf()), [], lenient),
  ],
  [
    'document-without-settings',
    'damaged',
    'no settings',
    {},
    holding(without('settings')(documentOf()), [], lenient),
  ],
  [
    'document-lock-0',
    'damaged',
    'lockAfterMinutes 0',
    {},
    holding(documentOf([], { settings: { lockAfterMinutes: 0 } }), [], lenient),
  ],
  [
    'account-without-note',
    'damaged',
    'an account lacks a member',
    {},
    holding(documentOf([without('note')(totp)]), [], lenient),
  ],
  ['account-recovery-empty', 'damaged', 'a recovery code without a character', {}, recovery('')],
  ['account-recovery-lines', 'damaged', 'a recovery code of two lines', {}, recovery('a\nb')],
  ['account-recovery-long', 'damaged', 'one of 241 units', {}, recovery('1'.repeat(241))],
  [
    'account-recovery-many',
    'damaged',
    '101 recovery codes',
    {},
    changed({ recoveryCodes: Array(101).fill({ code: '1', usedAtMs: null }) }),
  ],
  [
    'account-recovery-without-used',
    'damaged',
    'a recovery code that does not say whether it is left',
    {},
    changed({ recoveryCodes: [{ code: '1' }] }),
  ],
  [
    'account-enrolment-nowhere',
    'damaged',
    'an enrolment that does not say of which page',
    {},
    changed({ enrolment: { startedAtMs: 1 } }),
  ],
  [
    'account-enrolment-text',
    'damaged',
    'a moment of an enrolment as text',
    {},
    changed({ enrolment: { origin: 'https://a.example', startedAtMs: 1, confirmedAtMs: '2' } }),
  ],
  ['account-digits-11', 'damaged', 'more digits than there are', {}, coded({ digits: 11 })],
  ['account-period-0', 'damaged', 'no period', {}, coded({ period: 0 })],
  [
    'account-secret-lower',
    'damaged',
    'a secret that is not upper case',
    {},
    coded({ secretBase32: 'mfrggzdf' }),
  ],
  ['account-algorithm', 'damaged', 'an unknown algorithm', {}, coded({ algorithm: 'MD5' })],
  [
    'account-time-huge',
    'damaged',
    'a time of 1e400',
    {},
    {
      ...changed({}),
      body: JSON.stringify(documentOf()).replace(/"createdAtMs":\d+/, '"createdAtMs":1e400'),
    },
  ],

  ['generation-1', 'success', 'the first', { generation: 1 }],
  ['generation-largest', 'success', '2^53 - 1', { generation: 2 ** 53 - 1 }],
  [
    'generation-exponent',
    'success',
    '3e0 is 3',
    { fileText: (file) => JSON.stringify(file).replace('"generation":3', '"generation":3e0') },
  ],
  ['generation-other', 'damaged', 'put under the next number', { sealedAs: 2 }],
  ['generation-lower', 'damaged', 'put under the one before', { sealedAs: 4 }],
  ['generation-padded', 'damaged', 'sealed with the number spelled 03', { sealedAs: '03' }],
  ['generation-0', 'damaged', 'really sealed as 0', { generation: 0 }],
  ['generation-negative', 'damaged', 'really sealed as -1', { generation: -1 }],
  ['generation-fraction', 'damaged', 'really sealed as 1.5', { generation: 1.5 }],
  ['generation-huge', 'damaged', 'really sealed as 2^53', { generation: 2 ** 53 }],
  ['generation-text', 'damaged', 'a number as text', { file: changing('generation', String) }],
  [
    'generation-duplicate',
    'damaged',
    'of two the last counts: it is the wrong one',
    { fileText: (file) => JSON.stringify(file).replace(/}$/, ',"generation":4}') },
  ],
  [
    'generation-duplicate-last',
    'success',
    'here it is the right one',
    { fileText: withText('generation', '4') },
  ],
  ['without-generation', 'damaged', 'no generation', { file: without('generation') }],
  ['without-nonce', 'damaged', 'no nonce', { file: without('nonce') }],
  [
    'without-vault-id',
    'damaged',
    'sealed without vaultId',
    { header: without('vaultId') },
    lenient,
  ],
  ['without-format', 'damaged', 'no format', { file: without('format') }],
  [
    'vault-id-other',
    'damaged',
    'sealed with a vaultId that is none',
    { header: having({ vaultId: 'x' }) },
    lenient,
  ],
  [
    'flip-nonce',
    'damaged',
    'nonce of the body',
    { file: changing('nonce', (value) => flipped(value, 0)) },
  ],
  ['nonce-0', 'damaged', 'no byte of nonce', nonce(0)],
  ['nonce-11', 'damaged', 'really sealed with 11 bytes', { nonceSize: 11 }],
  ['nonce-13', 'damaged', 'really sealed with 13 bytes', { nonceSize: 13 }],
  [
    'nonce-unpadded',
    'damaged',
    'a nonce that is no base64',
    { file: having({ nonce: 'AAAAAAAAAAAAAAA' }) },
  ],
  [
    'format-other',
    'damaged',
    'calls itself a backup',
    { file: having({ format: 'sixpence-backup' }) },
  ],
  [
    'label-backup',
    'damaged',
    "the body sealed with a backup's label",
    { label: 'sixpence-backup-v1' },
  ],
  [
    'bom',
    'damaged',
    'a byte order mark before the file',
    { fileText: (file) => `\ufeff${JSON.stringify(file)}` },
    lenient,
  ],
  [
    'not-utf8',
    'damaged',
    'a file that is no UTF-8',
    { fileText: (file) => Buffer.from(JSON.stringify(having({ x: '\xff' })(file)), 'latin1') },
  ],
  ['nothing', 'damaged', 'an empty file', { fileText: () => '' }],
]
