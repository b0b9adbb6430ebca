import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { waitUntil } from './waiting'

/** A process the driver started, and the moment it ends. */
export interface Started {
  readonly child: ChildProcess
  readonly ended: Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program that the driver will end, at the latest when the tests are over. */
export function startProcess(
  file: string,
  args: readonly string[],
  options: SpawnOptions,
): Started {
  const child = spawn(file, args, options)
  running.add(child)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  }).finally(() => running.delete(child))
  return { child, ended }
}

/** Asks it to end, and after `patienceMs` no longer asks. */
export async function endProcess({ child, ended }: Started, patienceMs = 5000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  child.kill('SIGTERM')
  await ended
  clearTimeout(insist)
}

/** Whether a process is there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Whether a process was stopped by a signal, or has ended. */
export function isHeld(pid: number): boolean {
  return 'TtZX'.includes(statOf(pid)?.state ?? 'X')
}

/** `pid` and all that descends from it, parents first. */
export function processTree(pid: number): readonly number[] {
  const tree = [pid]
  const parents = parentsOfAll()
  for (const one of tree) {
    for (const [child, parent] of parents) if (parent === one) tree.push(child)
  }
  return tree
}

/** SIGKILL for a process and all that descends from it; resolves when every one is gone. */
export async function killTree(pid: number): Promise<void> {
  const tree = processTree(pid)
  for (const one of tree) {
    try {
      process.kill(one, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  await waitUntil('the killed processes to be gone', () => !tree.some(isAlive))
}

/** A zombie waits for its parent to take notice; it does nothing any more. */
function isAlive(pid: number): boolean {
  return isRunning(pid) && statOf(pid)?.state !== 'Z'
}

function parentsOfAll(): (readonly [number, number])[] {
  if (process.platform !== 'linux') {
    const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).split('\n')
    return lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number])
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), statOf(Number(name))?.parent ?? 0] as const)
}

/** Fields of /proc/PID/stat; the name before them may hold anything, brackets too. */
function statOf(pid: number): { state: string; parent: number } | null {
  try {
    const [state = '', parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return null
  }
}
