// node tools/make-vectors.mjs: writes tests/fixtures/vaults/vectors anew. Nothing in it is random:
// run twice it writes the same bytes, and a vector that was published must never change.
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from './run.mjs'
import { backups } from './vectors/backups.mjs'
import { documentOf, hotp, payloadOf, steam, totp, uriOf } from './vectors/contents.mjs'
import { envelopes } from './vectors/envelopes.mjs'
import { passkeys } from './vectors/passkeys.mjs'
import { passwords } from './vectors/passwords.mjs'
import { seal, usualPassword } from './vectors/seal.mjs'
import { vaults } from './vectors/vaults.mjs'

const folder = inRoot('tests/fixtures/vaults/vectors')
const kinds = {
  vault: {
    rows: [...vaults, ...passkeys],
    usual: documentOf(),
    small: documentOf([]),
    outcomes: { damaged: 'vault-damaged', newer: 'vault-newer' },
  },
  backup: {
    rows: backups,
    usual: payloadOf(),
    small: payloadOf([]),
    outcomes: {
      damaged: 'file-damaged',
      newer: 'file-newer',
      unknown: 'file-unknown',
      empty: 'file-empty',
    },
  },
}

/** Readers ask for no padding: what is not about the body stays small. */
const unpadded = (json) => Buffer.from(json)

async function bytesOfRow(kind, row, body) {
  const [, outcome, , how = {}] = row
  if (how.plain) {
    return Buffer.from(
      how.plain({ format: 'sixpence-backup', version: 1, payload: JSON.parse(body) }),
    )
  }
  const isPadded = outcome === 'success' && kinds[kind].rows.includes(row)
  return await seal(kind, body, isPadded ? how : { pad: unpadded, ...how })
}

/** Header lines as `name: value`, one empty line, then the file byte for byte. */
function vectorOf(fields, bytes) {
  const lines = fields.map(([name, value]) => `${name}: ${value}\n`)
  return Buffer.concat([Buffer.from(`${lines.join('')}\n`), bytes])
}

/** ASCII for JSON text: composed and decomposed letters look alike. */
const ascii = (text) =>
  JSON.stringify(text).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

async function writeRow(kind, row) {
  const [name, outcome, comment, how = {}, more = {}] = row
  const { usual, small, outcomes } = kinds[kind]
  const succeeds = outcome === 'success'
  const body = more.body ?? JSON.stringify(succeeds ? usual : small)
  const lines = more.lines ?? [totp, hotp, steam].map(uriOf)
  const fields = [
    ['comment', comment],
    ['reader', kind],
    ['expect', outcomes[outcome] ?? outcome],
    ['password', ascii(more.password ?? how.slot?.password ?? usualPassword)],
  ]
  if (more.passkey) {
    const { credential, prf } = more.passkey
    fields.push(['passkey', `${credential} ${prf}`])
    fields.push(['passkey-expect', outcomes[more.opens] ?? more.opens])
  }
  if (more.lenient) fields.push(['lenient', 'a tool for rescue may show what it holds'])
  if (succeeds) {
    fields.push(['payload', createHash('sha256').update(body).digest('hex')])
    fields.push(...lines.map((line) => ['entry', line]), ['others', more.others ?? 0])
  }
  const bytes = await bytesOfRow(kind, row, body)
  writeFileSync(path.join(folder, `${kind}-${name}.txt`), vectorOf(fields, bytes))
}

mkdirSync(folder, { recursive: true })
for (const kind of Object.keys(kinds)) {
  for (const row of [...kinds[kind].rows, ...passwords, ...envelopes]) await writeRow(kind, row)
}
