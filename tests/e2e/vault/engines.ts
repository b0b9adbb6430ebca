import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { BrowserName } from '../../driver'

/** The two engines that the vault lies in, as folders of a profile. */
export type Engine = 'database' | 'files'

interface Places {
  readonly database: string
  readonly files: string
  /** All that a browser needs to find both again. */
  readonly whole: readonly string[]
}

const firefoxOrigin = 'storage/default/moz-extension+++11111111-2222-4333-8444-555555555555'
const places: Record<BrowserName, Places> = {
  chromium: {
    database: 'Default/IndexedDB',
    files: 'Default/File System',
    whole: [
      'Default/IndexedDB',
      'Default/File System',
      'Default/WebStorage',
      'Default/Local Extension Settings',
    ],
  },
  firefox: {
    database: `${firefoxOrigin}/idb`,
    files: `${firefoxOrigin}/fs`,
    whole: ['storage', 'storage.sqlite'],
  },
}

/** Keeps both engines of a closed browser as they are. Returns the way to put them back. */
export function keepEngines(browser: BrowserName, profile: string, folder: string): () => void {
  const { whole } = places[browser]
  const existing = whole.filter((part) => existsSync(path.join(profile, part)))
  for (const part of existing)
    cpSync(path.join(profile, part), path.join(folder, part), { recursive: true })
  return () => {
    for (const part of whole) rmSync(path.join(profile, part), { recursive: true, force: true })
    for (const part of existing) {
      cpSync(path.join(folder, part), path.join(profile, part), { recursive: true })
    }
  }
}

/** Something that happens to a disk. */
export interface Damage {
  readonly name: string
  readonly engine: Engine
  /** One of those to its file that say whether life goes on after any of them. */
  readonly isTypical: boolean
  /** Does it to the profile of a closed browser. */
  readonly strike: (profile: string) => void
}

type Strike = (file: string, bytes: Buffer) => void

const flip =
  (at: (length: number) => number): Strike =>
  (file, bytes) => {
    const start = Math.max(0, Math.min(at(bytes.length), bytes.length - flippedBytes))
    for (let index = start; index < Math.min(start + flippedBytes, bytes.length); index += 1) {
      bytes[index] = (bytes[index] ?? 0) ^ 0xff
    }
    writeFileSync(file, bytes)
  }
const truncate =
  (to: (length: number) => number): Strike =>
  (file, bytes) =>
    writeFileSync(file, bytes.subarray(0, Math.max(0, to(bytes.length))))

const flippedBytes = 32

const strikes: Readonly<Record<string, Strike>> = {
  'cut to nothing': truncate(() => 0),
  'cut in half': truncate((length) => Math.floor(length / 2)),
  'cut at the end': truncate((length) => length - 64),
  'flipped at the start': flip(() => 0),
  'flipped in the middle': flip((length) => Math.floor(length / 2)),
  'flipped at the end': flip((length) => length),
  deleted: (file) => rmSync(file),
}

const typical = 'flipped in the middle'

/** Files that hold no data of ours: locks, logs for people, and the counting of bytes. */
const idle = /(^|\/)(LOCK|LOG|LOG\.old|\.usage|.*-journal|.*-shm)$/

/** Every damage to every file of both engines, and to each engine as a whole. */
export function damagesOf(browser: BrowserName, profile: string): Damage[] {
  return (['database', 'files'] as const).flatMap((engine) => {
    const folder = places[browser][engine]
    const removal = {
      name: `${engine}: all deleted`,
      engine,
      isTypical: true,
      strike: (at: string) => rmSync(path.join(at, folder), { recursive: true, force: true }),
    }
    return [...filesIn(profile, folder).flatMap((file) => damagesTo(engine, file)), removal]
  })
}

function filesIn(profile: string, folder: string): string[] {
  return readdirSync(path.join(profile, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => !idle.test(file) && isFilled(path.join(profile, file)))
    .sort()
}

const isFilled = (file: string) => statSync(file).isFile() && statSync(file).size > 0

function damagesTo(engine: Engine, file: string): Damage[] {
  return Object.entries(strikes).map(([what, strike]) => ({
    name: `${engine}: ${path.basename(file)} ${what}`,
    engine,
    isTypical: what === typical,
    strike: (profile) => strike(path.join(profile, file), readFileSync(path.join(profile, file))),
  }))
}
