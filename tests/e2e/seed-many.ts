import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { mine } from '@/tests/tour/stage'
import type { App } from '../driver'
import type { Seed } from './fill-seed'

/** A secret of its own for each number up to 1,023. */
export function secretOf(nth: number): string {
  const letters = [nth >> 5, nth & 31].map((at) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[at])
  return `GEZDGNBVGY3TQOJQGEZDGNBVGY3TQO${letters.join('')}`
}

/** Saves many accounts at once, as a user would: from a backup file that anybody can read. */
export async function restoreSeeds(app: App, seeds: readonly Seed[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'seeds-'))
  const file = path.join(folder, 'seeds.json')
  const payload = { schema: 1, entries: seeds.map(entryOf) }
  writeFileSync(file, JSON.stringify({ format: 'sixpence-backup', version: 1, payload }))
  const page = await app.openManage('#/backup')
  try {
    await page.setFiles(mine('restore-file'), [file])
    await page.waitFor(mine('restore-preview'), slowly)
    await page.click(mine('restore-apply'))
    await page.waitFor(mine('restore-report'), slowly)
  } finally {
    await page.close()
    rmSync(folder, { recursive: true })
  }
}

const slowly = { timeoutMs: 60_000 }

function entryOf({ id, label, origin, secretBase32, match, fill, period }: Seed) {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id,
    type: 'totp',
    issuer: 'Example',
    name: label ?? id,
    secret: secretBase32,
    algo: 'SHA1',
    digits: 6,
    period: period ?? 30,
    note: '',
    tags: [],
    favorite: false,
    domains: [origin],
    sites: [{ origin, match: match ?? 'origin', fill: fill ?? 'arrival' }],
    createdAt: at,
    updatedAt: at,
  }
}
