import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'

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
