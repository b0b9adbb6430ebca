import { automaticFolder, automaticNames, keptDays } from '@/utils/backup/automatic-names'
import { fromUtf8 } from '@/utils/bytes/utf8'
import { AppError, toErrorCode } from '@/utils/errors/app-error'
import type { BackupNotes, BackupNotesStore } from '@/utils/storage/backup-notes'
import type { SealedGeneration } from '@/utils/vault/vault'
import { toVaultFile } from '@/utils/vault/vault-file'
import { decodeVaultHeader } from '@/utils/vault/vault-header'

/*
 * [Note: Automatic backups]
 *
 * After each save the newest generation is written into the folder for downloads, byte for byte as
 * it lies in the browser: sealed under the master password. Nothing is opened or sealed here, no
 * key is needed, and there is no way to write anything in the clear. A changed password counts from
 * the next save on, as in the vault itself; copies of before keep the one they were made with.
 *
 * What was written last is noted. A background that was stopped before it was done finds at its
 * next start that the newest save is another, and catches up. Files of one vault never take the
 * place of another's: the names tell vaults apart, and a new vault has to be switched on anew.
 */

/** What automatic backups need from the outside. */
export interface AutomaticBackupPorts {
  readonly notes: BackupNotesStore
  readonly newest: () => Promise<SealedGeneration | null>
  /** False where the key is at hand and the save does not open; true where it does or none is. */
  readonly isSound: (sealed: SealedGeneration) => Promise<boolean>
  /** As `writeDownload`. */
  readonly write: (folder: string, name: string, text: string) => Promise<string>
  /** As `tidyDownloads`. */
  readonly tidy: (
    path: string,
    isOutdated: (name: string, all: readonly string[]) => boolean,
  ) => Promise<void>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Runs `work` with a reload of ours waiting for it. */
  readonly undisturbed: <T>(work: () => Promise<T>) => Promise<T>
  /** Has `catchUp` called at that moment. */
  readonly setAlarm: (atMs: number) => Promise<void>
}

/** Writing backups without being asked. */
export interface AutomaticBackup {
  /** Switches them on for the vault there is, and writes the first. Throws why that failed. */
  turnOn(): Promise<void>
  turnOff(): Promise<void>
  /** Writes the newest save unless it is written or they are switched off. Never throws. */
  catchUp(): Promise<void>
}

/** Saves that come together are written as one. */
const settleMs = 1_000
const retryMs = 10 * 60_000

/** See [Note: Automatic backups]. Remembers nothing itself. */
export function createAutomaticBackup(ports: AutomaticBackupPorts): AutomaticBackup {
  const alone = <T>(work: () => Promise<T>) =>
    ports.exclusively('automatic-backup', () => ports.undisturbed(work))
  return {
    turnOn: () => alone(() => turnOn(ports)),
    turnOff: () =>
      alone(() => ports.notes.update((notes) => ({ ...notes, vaultId: null, failure: null }))),
    async catchUp() {
      // Asked before the lock: hardly anybody has anything to wait for.
      if ((await waiting(ports).catch(() => null)) === null) return
      await alone(async () => {
        await ports.sleep(settleMs)
        const due = await waiting(ports)
        if (due !== null) await writeNoted(ports, due)
      }).catch(() => undefined)
    },
  }
}

async function turnOn(ports: AutomaticBackupPorts): Promise<void> {
  const newest = await ports.newest()
  if (newest === null) throw new AppError('vault-missing')
  const { vaultId } = decodeVaultHeader(newest.protected)
  await ports.notes.update((notes) => ({ ...notes, vaultId, generation: 0, failure: null }))
  await writeNoted(ports, newest)
}

/** The save that is to be written; null where none is. */
async function waiting({ notes, newest }: AutomaticBackupPorts): Promise<SealedGeneration | null> {
  const { vaultId, generation } = await notes.read()
  if (vaultId === null) return null
  const sealed = await newest()
  if (sealed === null || sealed.generation <= generation) return null
  return decodeVaultHeader(sealed.protected).vaultId === vaultId ? sealed : null
}

async function writeNoted(ports: AutomaticBackupPorts, sealed: SealedGeneration): Promise<void> {
  try {
    const path = await writeFiles(ports, sealed)
    await note(ports, { generation: sealed.generation, writtenAtMs: ports.now(), path })
  } catch (error) {
    await note(ports, { failure: toErrorCode(error) })
    await ports.setAlarm(ports.now() + retryMs)
    throw error
  }
}

function note({ notes }: AutomaticBackupPorts, change: Partial<BackupNotes>): Promise<void> {
  return notes.update((before) => ({ ...before, failure: null, ...change }))
}

async function writeFiles(ports: AutomaticBackupPorts, sealed: SealedGeneration): Promise<string> {
  // Damage must not take the place of what is whole.
  if (!(await ports.isSound(sealed))) throw new AppError('vault-damaged')
  const names = automaticNames(decodeVaultHeader(sealed.protected).vaultId)
  const text = fromUtf8(toVaultFile(sealed))
  await ports.write(automaticFolder, names.ofDay(new Date(ports.now())), text)
  const path = await ports.write(automaticFolder, names.newest, text)
  await ports.tidy(path, (name, all) => {
    const day = names.dayOf(name)
    return day !== null && !latestDays(all.map(names.dayOf)).has(day)
  })
  return path
}

function latestDays(days: readonly (string | null)[]): ReadonlySet<string | null> {
  const known = [...new Set(days)].filter((day) => day !== null)
  return new Set(known.sort().slice(-keptDays))
}
