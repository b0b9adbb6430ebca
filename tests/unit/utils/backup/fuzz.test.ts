import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import type { FileAccess } from '@/utils/backup/format'
import { recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
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
