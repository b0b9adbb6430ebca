import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readlink, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { ensureProgram } from '../../tools/browsers.mjs'

/** The real applications that have start scripts. */
export type AppName = 'meshcentral' | 'homebridge'

/** One of them on loopback, with a fresh account that has no two-factor yet. */
export type RunningApp = {
  /** Origin without a slash at the end. */
  readonly url: string
  readonly user: string
  readonly password: string
  readonly stop: () => Promise<void>
}

/** Why it cannot run here, in a whole line. */
export type Skipped = { readonly skipped: string }

type Command = 'install' | 'configure' | 'start' | 'stop'

const root = path.resolve(import.meta.dirname, '../..')
const timeoutsMs: Readonly<Record<Command, number>> = {
  install: 300_000,
  configure: 60_000,
  start: 180_000,
  stop: 30_000,
}

/**
 * Installs the application where that was not done before, and starts it on a free port.
 * What it needs is kept in `workdir`, so that the next start takes seconds.
 * The start scripts lie where SIXPENCE_APPS says, else in ../shared/apps beside the project.
 */
export async function startApp(
  name: AppName,
  workdir = path.join(root, '.cache/apps'),
): Promise<RunningApp | Skipped> {
  const scripts = path.resolve(root, process.env['SIXPENCE_APPS'] ?? '../shared/apps')
  const script = path.join(scripts, name, 'app.sh')
  if (!existsSync(script)) {
    const place = path.relative(root, script)
    return skip(name, `there is no ${place}, and SIXPENCE_APPS names no other folder`)
  }
  if (!ensureProgram('curl')) return skip(name, 'its start script needs curl, which is missing')
  const folder = path.join(workdir, name)
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const run = (command: Command) => runScript(script, command, workdir, port)
  try {
    await run('install')
  } catch (error) {
    return skip(name, `it could not be installed: ${lastLineOf(error)}`)
  }
  await stopLeftover(folder, run)
  await run('configure')
  try {
    await run('start')
  } catch (error) {
    // A server that answers nobody may be there all the same.
    await run('stop').catch(() => undefined)
    throw error
  }
  return { ...(await readAccount(folder)), stop: () => run('stop') }
}

const skip = (name: AppName, reason: string): Skipped => ({
  skipped: `skipped: the real application ${name}, because ${reason}`,
})

async function runScript(script: string, command: Command, workdir: string, port: number) {
  const args = [script, command, workdir, String(port)]
  await promisify(execFile)('bash', args, { timeout: timeoutsMs[command] })
}

/** What the start script tells its users about the account. */
async function readAccount(folder: string) {
  const { url, user, pass } = JSON.parse(await readFile(path.join(folder, 'env.json'), 'utf8'))
  return { url: String(url), user: String(user), password: String(pass) }
}

/**
 * Stops the process of a run that was cut short. One that only happens to have its number by now
 * runs in another folder and is left alone.
 */
async function stopLeftover(folder: string, run: (command: Command) => Promise<void>) {
  const pidFile = path.join(folder, 'pid')
  const pid = (await readFile(pidFile, 'utf8').catch(() => '')).trim()
  if (pid === '') return
  const runsIn = await readlink(`/proc/${pid}/cwd`).catch(() => '')
  if (runsIn === folder) await run('stop')
  await rm(pidFile, { force: true })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0))
    })
  })
}

function lastLineOf(error: unknown): string {
  const { stderr, message } = error as { readonly stderr?: string; readonly message?: string }
  return (stderr || message || 'no reason given').trim().split('\n').at(-1) ?? ''
}
