import { readdirSync, readFileSync } from 'node:fs'

/** A public vector: what its header says, and the file behind it. */
export interface Vector {
  readonly name: string
  readonly reader: 'vault' | 'backup'
  /** 'success' or an error code. */
  readonly expect: string
  readonly password: string
  /** Whether a tool for rescue may show what it holds although the app refuses it. */
  readonly isLenient: boolean
  /** SHA-256, in hexadecimal, of the body's JSON without its padding. */
  readonly payload: string | undefined
  /** otpauth lines, in order. */
  readonly entries: readonly string[]
  /** How many entries have no such line. */
  readonly others: number
  /** Present where a passkey asks, too: what it answers, and what comes of it. */
  readonly passkey: { readonly credential: string; readonly prf: string } | undefined
  readonly passkeyExpect: string | undefined
  readonly bytes: Uint8Array<ArrayBuffer>
}

const folder = 'tests/fixtures/vaults/vectors'

/** Every vector there is: a file more is a test more. */
export function readVectors(): readonly Vector[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  return files.sort().map((name) => parseVector(name, readFileSync(`${folder}/${name}`)))
}

function parseVector(file: string, content: Buffer): Vector {
  const end = content.indexOf('\n\n')
  const lines = content.toString('utf8', 0, end).split('\n')
  const fields = lines.map((line) => [
    line.slice(0, line.indexOf(': ')),
    line.slice(line.indexOf(': ') + 2),
  ])
  const one = (name: string) => fields.find(([key]) => key === name)?.[1]
  const reader = one('reader')
  if (reader !== 'vault' && reader !== 'backup') throw new Error(`${file} names no reader`)
  return {
    name: file.replace(/\.txt$/, ''),
    reader,
    expect: one('expect') ?? '',
    password: String(JSON.parse(one('password') ?? '""')),
    isLenient: one('lenient') !== undefined,
    payload: one('payload'),
    entries: fields.flatMap(([key, value = '']) => (key === 'entry' ? [value] : [])),
    others: Number(one('others') ?? 0),
    passkey: parsePasskey(one('passkey')),
    passkeyExpect: one('passkey-expect'),
    bytes: new Uint8Array(content.subarray(end + 2)),
  }
}

function parsePasskey(line: string | undefined) {
  const [credential, prf] = line?.split(' ') ?? []
  return credential && prf ? { credential, prf } : undefined
}
