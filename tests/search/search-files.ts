import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createFinder } from './find'
import { readLog, readTable } from './leveldb'
import { unpackMozLz4 } from './mozlz4'
import { type Needle, type Pattern, patternsOf } from './patterns'
import { unpackBlinkValues, unpackSnappyFrames } from './snappy'
import { readSqlite } from './sqlite'

/** Where a needle was found. */
export interface Hit {
  readonly name: string
  readonly form: string
  /** Relative to the folder. */
  readonly file: string
  /** As the file lies there, or only after what its engine does to it was undone. */
  readonly layer: 'plain' | 'unpacked'
}

/** What a search of files found, and how much it went through. */
export interface FileSearch {
  readonly hits: readonly Hit[]
  readonly files: number
  readonly bytes: number
}

/**
 * Searches every file below `folder`, its name too, for every form of the needles: as it lies
 * there, and as it was before LevelDB, SQLite or Firefox packed it.
 */
export function searchFiles(folder: string, needles: readonly Needle[]): FileSearch {
  const find = createFinder(needles.flatMap(patternsOf))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const hits: Hit[] = []
  let bytes = 0
  for (const entry of files) {
    const whole = path.join(entry.parentPath, entry.name)
    const content = readFileSync(whole)
    const file = path.relative(folder, whole)
    bytes += content.length
    const note = (layer: Hit['layer']) => (found: Pattern) =>
      hits.push({ name: found.name, form: found.form, file, layer })
    find(Buffer.concat([Buffer.from(`${file}\n`), content])).forEach(note('plain'))
    find(Buffer.concat(unpack(whole, content))).forEach(note('unpacked'))
  }
  return { hits, files: files.length, bytes }
}

/** Parts end up side by side; what runs over from one into the next would be no needle. */
function unpack(file: string, content: Buffer): Buffer[] {
  const wal = `${file}-wal`
  const parts = [
    ...readTable(content),
    ...(file.endsWith('.log') ? readLog(content) : []),
    ...readSqlite(content, existsSync(wal) ? readFileSync(wal) : null),
  ]
  const whole = [unpackMozLz4(content), unpackSnappyFrames(content)].filter((one) => one !== null)
  return [...whole, ...parts, ...[content, ...parts].flatMap(unpackBlinkValues)]
}
