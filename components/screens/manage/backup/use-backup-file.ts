import { useState } from 'preact/hooks'
import { useWork } from '@/components/ui/use-work'
import { maxFileSizeBytes } from '@/utils/backup/import-file'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { type RecognizedFile, recognize } from '@/utils/backup/registry'
import { AppError } from '@/utils/errors/app-error'
import { useServices } from '../services'
import type { Opening } from './RestorePassword'

/** An encrypted file that waits for its password. */
interface Waiting {
  readonly name: string
  readonly open: (password: string, how: Opening) => Promise<void>
  readonly drop: () => void
}

/** A backup file on its way from the disk to what is in it. */
export interface BackupFile {
  readonly waiting: Waiting | null
  readonly busy: boolean
  /** Why the file could not be read, as a sentence. */
  readonly error: string | undefined
  readonly choose: (file: File | undefined) => void
}

/**
 * Reads the file that was chosen and gives what it holds to `onFound`, once it has its password
 * where it needs one. `onChosen` is called with each new choice.
 */
export function useBackupFile(
  onChosen: () => void,
  onFound: (found: ParsedBackup) => Promise<void> | void,
): BackupFile {
  const { readBackup } = useServices()
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const work = useWork()
  const drop = () => setWaiting(null)
  const open = async ({ file }: RecognizedFile, password: string, how?: Opening) => {
    // In a worker: a file of another app may ask for a minute's work.
    const { found } = await readBackup(file.bytes, { ...how, password })
    await onFound(found)
    drop()
  }
  const read = async (file: File) => {
    onChosen()
    // Before anything is read: memory is taken by then.
    if (file.size > maxFileSizeBytes) throw new AppError('file-too-large')
    const recognized = recognize(new Uint8Array(await file.arrayBuffer()))
    if (!recognized.isEncrypted) return await open(recognized, '')
    const { name } = file
    setWaiting({ name, drop, open: (password, how) => open(recognized, password, how) })
  }
  return {
    waiting,
    busy: work.busy,
    error: work.error,
    choose: (file) => void (file && work.run(() => read(file))),
  }
}
