import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'

/**
 * Milliseconds of CPU that threads of this name have had, in this process and all it started.
 * Null where the system does not tell: only Linux does.
 */
export function threadCpuMs(name: string): number | null {
  const tasks = descendants().flatMap((pid) => listed(`/proc/${pid}/task`))
  if (tasks.length === 0) return null
  const named = tasks.filter((task) => contents(`${task}/comm`).startsWith(name))
  const nanoseconds = named.map((task) => Number(contents(`${task}/schedstat`).split(' ')[0]))
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6
}

function descendants(): readonly number[] {
  const family = new Set([process.pid])
  const pids = listed('/proc').map((folder) => Number(folder.slice('/proc/'.length)))
  const parents = pids.filter(Number.isInteger).map((pid) => [pid, parentOf(pid)] as const)
  for (let before = 0; before < family.size; ) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(contents(`/proc/${pid}/status`))?.[1])
}

/** What ends in the meantime is left out. */
function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => `${folder}/${name}`)
  } catch {
    return []
  }
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
