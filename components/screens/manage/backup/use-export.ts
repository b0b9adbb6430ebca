import { useState } from 'preact/hooks'
import { filename } from '@/utils/backup/filename'
import { sameJson } from '@/utils/backup/same-json'
import { writeBackup, writePlainBackup } from '@/utils/backup/write-backup'
import { writeOtpauthList } from '@/utils/backup/writers/otpauth-list'
import { writePlainAegis, writeSealedAegis } from '@/utils/backup/writers/write-aegis'
import type { Bytes } from '@/utils/bytes/bytes'
import type { VaultDocument } from '@/utils/vault/document'
import { withoutRecoveryCodes } from '@/utils/vault/recovery-codes'
import { useMasterPassword } from '../password/use-master-password'
import { useServices } from '../services'
import { lossesFor, type PlainFormat, type SealedFormat } from './export-formats'
import { saveFile } from './save-file'

/** A file that was handed out. */
export interface Exported {
  readonly name: string
  readonly count: number
  /** Whether it brings everything back: our own do. */
  readonly isWhole: boolean
}

/** A file format that is not a picture. */
export type PlainFile = Exclude<PlainFormat, 'google'>

/** Writing backups. Each is opened again and compared before it is handed out. */
export interface Exporter {
  /** The last one, or null. */
  readonly exported: Exported | null
  readonly sealed: (format: SealedFormat, password: string) => Promise<void>
  /** Our own under the master password, which is checked first. */
  readonly sealedWithMaster: (masterPassword: string) => Promise<void>
  /**
   * Without encryption; the master password is checked first. Recovery codes stay out unless
   * `withRecovery`: then a file of ours has them.
   */
  readonly plain: (
    format: PlainFile,
    masterPassword: string,
    withRecovery: boolean,
  ) => Promise<void>
}

/** The exporter of a card. */
export function useExport(): Exporter {
  const { vault, now, backups } = useServices()
  const checkMaster = useMasterPassword()
  const write = useWriters()
  const [exported, setExported] = useState<Exported | null>(null)
  const hand = async (
    variant: keyof Writers,
    format: PlainFile,
    password: string,
    withRecovery = true,
  ) => {
    const opened = await vault.read(now())
    const document = withRecovery ? opened : withoutRecoveryCodes(opened)
    const bytes = await write[variant](format, document, password)
    const name = filename(new Date(now()), variant, format)
    saveFile(name, bytes)
    const isWhole = format === 'sixpence' && sameJson(document, opened)
    const count = lossesFor(format, document)?.kept ?? document.accounts.length
    setExported({ name, count, isWhole })
    if (isWhole) await backups.notes.update((notes) => ({ ...notes, byHandMs: now() }))
  }
  const sealed = (format: SealedFormat, password: string) => hand('sealed', format, password)
  return {
    exported,
    sealed,
    sealedWithMaster: async (masterPassword) => {
      await checkMaster(masterPassword)
      await sealed('sixpence', masterPassword)
    },
    plain: async (format, masterPassword, withRecovery) => {
      await checkMaster(masterPassword)
      await hand('plain', format, '', withRecovery)
    },
  }
}

type Write = (format: PlainFile, document: VaultDocument, password: string) => Promise<Bytes>
type Writers = Readonly<Record<'sealed' | 'plain', Write>>

function useWriters(): Writers {
  const { deriveKek, now, newId, backups } = useServices()
  const { deriveScrypt } = backups
  return {
    sealed: async (format, document, password) =>
      format === 'aegis'
        ? await writeSealedAegis(document, { password, deriveScrypt }, newId)
        : await writeBackup(document, { password, deriveKek }, now()),
    plain: async (format, document) => {
      if (format === 'aegis') return await writePlainAegis(document, newId)
      if (format === 'otpauth') return await writeOtpauthList(document)
      return await writePlainBackup(document)
    },
  }
}
