import { execFileSync } from 'node:child_process'
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { isHeld, isRunning } from '../driver/processes'
import { createFinder } from './find'
import { type Needle, type Pattern, patternsOf } from './patterns'

/** What was found in the memory of one process. */
export interface MemoryHit {
  readonly name: string
  readonly form: string
  /** `browser`, `renderer`, `web content`: what the process does, as its command line says. */
  readonly process: string
}

/** Whether this system lets a test read the memory of what it started: Linux does. */
export const canSearchMemory = process.platform === 'linux'

type Range = readonly [start: number, end: number]

/** Of the bytes that are there, the share that may be unreadable: devices, mappings that ended. */
const mostUnread = 0.02

const chunkSize = 32 << 20
/** Longer than any pattern: what lies across two chunks is seen too. */
const overlap = 1024

/**
 * Searches what these processes may write to in their memory, heaps and stacks and buffers, for
 * every form of the needles; each form counts once per process. They are held meanwhile: what a
 * process gives back while it is read was not searched. Throws where it may not be read.
 */
export function searchMemory(pids: readonly number[], needles: readonly Needle[]): MemoryHit[] {
  const find = createFinder(needles.flatMap(patternsOf))
  try {
    for (const pid of pids) signal(pid, 'SIGSTOP')
    for (const pid of pids) untilHeld(pid)
    return pids.flatMap((pid) => {
      const found = [...searchProcess(pid, find)]
      return found.map(({ name, form }) => ({ name, form, process: kindOf(pid) }))
    })
  } finally {
    for (const pid of pids) signal(pid, 'SIGCONT')
  }
}

/** To a process that may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  if (isRunning(pid)) process.kill(pid, name)
}

/** Stops the whole test run while it waits: nothing else shall happen meanwhile. */
function untilHeld(pid: number): void {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  for (let round = 0; round < 500 && !isHeld(pid); round += 1) Atomics.wait(pause, 0, 0, 10)
  if (!isHeld(pid)) throw new Error(`process ${pid} cannot be held`)
}

function searchProcess(pid: number, find: (chunk: Buffer) => Set<Pattern>): Set<Pattern> {
  const memory = openIfRunning(pid)
  if (memory === null) return new Set()
  try {
    const ranges = writableRanges(pid).flatMap((range) => residentIn(pid, range))
    return searchRanges(ranges, find, (buffer, at, length) => readAt(memory, buffer, at, length))
  } finally {
    closeSync(memory)
  }
}

/**
 * Finds in what `read` reads of these ranges. What could not be read was not searched: throws where
 * that is more than a small share.
 */
export function searchRanges(
  ranges: readonly Range[],
  find: (chunk: Buffer) => Set<Pattern>,
  read: (buffer: Buffer, at: number, length: number) => number,
): Set<Pattern> {
  const found = new Set<Pattern>()
  const buffer = Buffer.alloc(chunkSize)
  let wanted = 0
  let unread = 0
  for (const [start, end] of ranges) {
    for (let at = start; at < end; at += chunkSize - overlap) {
      const length = Math.min(chunkSize, end - at)
      const got = read(buffer, at, length)
      wanted += length
      unread += length - got
      for (const pattern of find(buffer.subarray(0, got))) found.add(pattern)
    }
  }
  if (unread > wanted * mostUnread)
    throw new Error(`${unread} of ${wanted} bytes were not searched`)
  return found
}

/** What is said of a process that has ended before, and of one that ends just now. */
const gone: ReadonlySet<unknown> = new Set(['ENOENT', 'ESRCH'])

/** Null for a process that has ended meanwhile. */
function openIfRunning(pid: number): number | null {
  try {
    return openSync(`/proc/${pid}/mem`, 'r')
  } catch (error) {
    if (error instanceof Error && 'code' in error && gone.has(error.code)) return null
    throw error
  }
}

/** Start and end, below 2^53 as user space is on every processor that browsers run on. */
function writableRanges(pid: number): Range[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .map((line) => /^([\da-f]+)-([\da-f]+) rw/.exec(line))
    .filter((range) => range !== null)
    .map(([, start = '', end = '']) => [Number.parseInt(start, 16), Number.parseInt(end, 16)])
}

/** Of this system's memory, in bytes. */
const pageSize = canSearchMemory ? Number(execFileSync('getconf', ['PAGESIZE'])) : 4096
/** Bits 63 and 62 of an entry of the page map: in memory, swapped out. */
const presentBits = 0b1100_0000

/** The parts of a range that were ever written to: programs reserve far more than they use. */
function residentIn(pid: number, [start, end]: Range): Range[] {
  const map = Buffer.alloc(((end - start) / pageSize) * 8)
  const pages = openSync(`/proc/${pid}/pagemap`, 'r')
  const known = readAt(pages, map, (start / pageSize) * 8, map.length) / 8
  closeSync(pages)
  const ranges: [number, number][] = []
  for (let page = 0; page < known; page += 1) {
    if (((map[page * 8 + 7] ?? 0) & presentBits) === 0) continue
    const at = start + page * pageSize
    const last = ranges.at(-1)
    if (last?.[1] === at) last[1] = at + pageSize
    else ranges.push([at, at + pageSize])
  }
  return ranges
}

/** Some ranges are not memory (devices, ended mappings): nothing is read of them. */
function readAt(memory: number, buffer: Buffer, at: number, length: number): number {
  try {
    return readSync(memory, buffer, 0, length, at)
  } catch {
    return 0
  }
}

/** Browsers rewrite their command lines: words are parted by spaces, or by NUL. */
function kindOf(pid: number): string {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean)
  const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length)
  const isContent = words.includes('-contentproc')
  return type ?? (isContent ? (words.at(-1) ?? 'content') : 'browser')
}
