import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import type { FileAccess } from '@/utils/backup/format'
import { recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import { createChance, mutate } from '../../../bench/backups/mutate'
import { times } from '../../../long-run'

const mutations = times(100_000, 4_000)
const slowMs = 1_000

const folder = join(import.meta.dirname, '../../../fixtures/imports')
const samples = readdirSync(folder)
  .filter((name) => name !== 'expected.json' && name !== 'README.md')
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))

/** Stops before a key is worked out: what a file declares for that may take as long as it says. */
class Enough extends Error {}
const stopping: FileAccess = {
  password: 'correct horse',
  deriveKek: () => Promise.reject(new AppError('kdf-failed')),
  onStep: ({ kind }) => {
    if (kind === 'key') throw new Enough()
  },
}

const many = (piece: string) => piece.repeat(100_000)
const bound = JSON.stringify({ CategoryId: 'c', AuthenticatorSecret: 's' })
const tokens = (inside: string) => `<?xml version="1.0"?><map>${inside}</map>`

/** Texts that take the longer by the square where a reader looks at what it has seen again. */
const grown = [
  ['separators of lines', many('\u2028')],
  ['separators of paragraphs', many('\u2029')],
  ['spaces', `${many(' ')}x`],
  ['links', many('otpauth://totp/a ')],
  ['names', `a ${many('x')} otpauth://totp/a`],
  [
    'bindings of Stratum',
    `{"Authenticators":[],"Categories":[{"Id":"c","Name":"n"}],"AuthenticatorCategories":[${bound}${many(`,${bound}`)}]}`,
  ],
  ['names of XML that never end', tokens(`<string ${many('x')}`)],
  ['starts of XML elements', tokens(many('<string '))],
  ['names of XML attributes', tokens(`<string ${many('x')}>`)],
  ['slashes of XML', tokens(`<string ${many('/')}`)],
  ['spaces of XML', tokens(`<string ${many(' ')}>`)],
  ['a CSV cell', `totp\n${many('"')}`],
] as const

/** What is wrong with how bytes are read, null where nothing is. */
async function faultOf(bytes: Bytes): Promise<string | null> {
  const startedMs = performance.now()
  const fault = await read(bytes)
  const tookMs = performance.now() - startedMs
  return fault ?? (tookMs > slowMs ? `took ${Math.round(tookMs)} ms` : null)
}

async function read(bytes: Bytes): Promise<string | null> {
  try {
    const recognized = recognize(bytes)
    // What a reader brings upon itself would be told as damage: here it has to be told apart.
    await recognized.format.parse(recognized.file, stopping)
    return null
  } catch (error) {
    return error instanceof AppError || error instanceof Enough ? null : String(error)
  }
}

describe('a file that is not as it should be gives typed errors, soon', () => {
  it.each(samples)('cut off at each fiftieth: $name', { timeout: 60_000 }, async ({ bytes }) => {
    const faults = new Set<string | null>()
    for (let part = 0; part < 50; part += 1) {
      faults.add(await faultOf(bytes.slice(0, Math.floor((bytes.length * part) / 50))))
    }
    expect([...faults]).toEqual([null])
  })

  it.each(grown)('of one thing 100,000 times over: %s', { timeout: 5_000 }, async (_, text) => {
    expect(await read(toUtf8(text))).toBeNull()
  })

  it(`changed in ${mutations} ways`, { timeout: 3_600_000 }, async () => {
    const chance = createChance(Number(process.env['SIXPENCE_TEST_SEED'] ?? 20_261_122))
    const faults: string[] = []
    for (let count = 0; count < mutations; count += 1) {
      const sample = samples[count % samples.length]
      if (sample === undefined) continue
      const fault = await faultOf(mutate(sample.bytes, chance))
      if (fault !== null) faults.push(`${sample.name} (${count}): ${fault}`)
    }
    expect(faults).toEqual([])
  })
})
