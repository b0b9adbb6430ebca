import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toPayload } from '@/utils/backup/formats/sixpence-payload'
import { toOtpauthUri } from '@/utils/otp/to-otpauth-uri'
import type { VaultDocument } from '@/utils/vault/document'
import { readVectors, type Vector } from '../utils/vault/vector-files'

interface Answer {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const decoder = 'tools/decode-backup.py'
/** What the packages of Debian belong to may not come first on the path. */
const pythons = ['python3', '/usr/bin/python3']
const python = pythons.find(
  (name) => spawnSync(name, ['-c', 'import argon2, cryptography']).status === 0,
)
if (python === undefined) {
  console.log(
    'tools/decode-backup.py is not tested: install python3 with cryptography and argon2-cffi ' +
      '(on Debian: apt-get install python3-cryptography python3-argon2).',
  )
}

/** Runs the decoder over many files in one process: starting Python costs more than decoding. */
const runner = `
import contextlib, io, json, runpy, sys
for arguments in json.load(sys.stdin):
    out, err, status = io.StringIO(), io.StringIO(), 0
    sys.argv = ['decode-backup.py', *arguments]
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try: runpy.run_path('${decoder}', run_name='__main__')
        except SystemExit as end: status = end.code or 0
        except BaseException as failure: status = repr(failure)
    print(json.dumps({'status': status, 'stdout': out.getvalue(), 'stderr': err.getvalue()}))
`

/** The exit codes that may follow from what the app says. */
const statusOf: Readonly<Record<string, number>> = {
  'password-wrong': 3,
  'password-empty': 3,
  'vault-damaged': 4,
  'file-damaged': 4,
  'file-unknown': 4,
  'file-empty': 4,
  'kdf-refused': 5,
  'vault-newer': 6,
  'file-newer': 6,
}

const vectors = readVectors()
const answers = new Map<string, Answer>()
let folder = ''

const rows = (list: readonly Vector[]) => list.map((vector) => [vector.name, vector] as const)
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')

function decode(file: string, ...options: readonly string[]): Answer {
  const run = spawnSync(python ?? '', [decoder, ...options, file], { encoding: 'utf8' })
  return { status: run.status ?? -1, stdout: run.stdout, stderr: run.stderr }
}

function passwordFile(name: string, password: string): string {
  const file = path.join(folder, `${name}.password`)
  writeFileSync(file, `${password}\n`)
  return file
}

function decodeVectors(): void {
  const argumentsOf = vectors.map(({ name, bytes, password }) => {
    const file = path.join(folder, `${name}.json`)
    writeFileSync(file, bytes)
    return ['--password-file', passwordFile(name, password), file]
  })
  const run = spawnSync(python ?? '', ['-c', runner], {
    encoding: 'utf8',
    input: JSON.stringify(argumentsOf),
    maxBuffer: 64 * 1024 * 1024,
  })
  const found = linesOf(run.stdout).map((line) => JSON.parse(line) as Answer)
  for (const [index, answer] of found.entries()) answers.set(vectors[index]?.name ?? '', answer)
}

beforeAll(async () => {
  if (python === undefined) return
  folder = await mkdtemp(path.join(tmpdir(), 'sixpence-decode-'))
  decodeVectors()
}, 60_000)

afterAll(async () => {
  if (folder !== '') await rm(folder, { recursive: true })
})

it('the decoder is shorter than a hundred lines', () => {
  expect(readFileSync(decoder, 'utf8').split('\n').length - 1).toBeLessThan(100)
})

describe.skipIf(python === undefined)('the decoder in Python', () => {
  const good = vectors.filter((vector) => vector.expect === 'success')
  const bad = vectors.filter((vector) => vector.expect !== 'success' && !vector.isLenient)

  it.each(rows(good))('opens %s and shows every entry', (_, { name, entries, others }) => {
    const { status, stdout } = answers.get(name) ?? expect.fail('no answer')
    const lines = linesOf(stdout)
    expect(lines.filter((line) => !line.startsWith('# '))).toEqual(entries)
    expect(lines.filter((line) => line.startsWith('# '))).toHaveLength(others)
    expect(status).toBe(others === 0 ? 0 : 7)
  })

  it.each(rows(bad))('refuses %s with a sentence', (_, vector) => {
    const answer = answers.get(vector.name) ?? expect.fail('no answer')
    expect(answer).toMatchObject({ status: statusOf[vector.expect], stdout: '' })
    expect(answer.stderr).toMatch(/^[A-Z].*\.\n$/)
  })

  it('says that a file is missing', () => {
    expect(decode('no-such-file').status).toBe(2)
  })
})

const frozen = [
  ['vaults', 'vault-v1', ''],
  ['backups', 'sixpence-v1', '-sealed'],
  ['backups', 'sixpence-v1', '-plain'],
] as const

describe.skipIf(python === undefined)('the decoder in Python, given frozen %s', () => {
  it.each(frozen)('%s/%s%s shows what it held', (kind, name, variant) => {
    const base = `tests/fixtures/${kind}/${name}`
    const expected = JSON.parse(readFileSync(`${base}.expected.json`, 'utf8'))
    const document: VaultDocument = { schema: 1, ...expected, ...expected.document }
    const options = ['--password-file', passwordFile(`${name}${variant}`, expected.password)]
    const lines = linesOf(decode(`${base}${variant}.json`, ...options).stdout)
    expect(lines.slice(0, -1)).toEqual(document.accounts.map(toOtpauthUri))
    expect(lines.at(-1)).toContain(JSON.stringify(document.unsupported[0]?.['pin']))
    const whole = decode(`${base}${variant}.json`, '--json', ...options)
    const { accounts, unsupported, settings } = document
    const payload = toPayload({ schema: 1, accounts, unsupported, settings })
    expect(whole.status).toBe(0)
    expect(JSON.parse(whole.stdout)).toEqual(kind === 'vaults' ? expected.document : payload)
  })

  it('are all of them', () => {
    const files = ['vaults', 'backups'].flatMap((kind) => readdirSync(`tests/fixtures/${kind}`))
    const held = files.filter((file) => /\.json$/.test(file) && !file.endsWith('.expected.json'))
    expect(held).toHaveLength(frozen.length)
  })
})
