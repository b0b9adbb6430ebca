import { useState } from 'preact/hooks'
import { filename } from '@/utils/backup/filename'
import { writeBackup, writePlainBackup } from '@/utils/backup/write-backup'
import { useMasterPassword } from '../password/use-master-password'
import { useServices } from '../services'
import { saveFile } from './save-file'

/** A backup that was handed out. */
export interface Exported {
  readonly name: string
  readonly count: number
}

/** Writing backups. Each is opened again and compared before it is handed out. */
export interface Exporter {
  /** The last one, or null. */
  readonly exported: Exported | null
  readonly sealed: (password: string) => Promise<void>
  /** The same under the master password, which is checked first. */
  readonly sealedWithMaster: (masterPassword: string) => Promise<void>
  /** Without encryption; the master password is checked first. */
  readonly plain: (masterPassword: string) => Promise<void>
}

/** The exporter of a card. */
export function useExport(): Exporter {
  const { vault, deriveKek, now } = useServices()
  const checkMaster = useMasterPassword()
  const [exported, setExported] = useState<Exported | null>(null)
  const sealed = async (password: string) => {
    const document = await vault.read(now())
    const name = filename(new Date(now()), 'sealed')
    saveFile(name, await writeBackup(document, { password, deriveKek }, now()))
    setExported({ name, count: document.accounts.length })
  }
  return {
    exported,
    sealed,
    sealedWithMaster: async (masterPassword) => {
      await checkMaster(masterPassword)
      await sealed(masterPassword)
    },
    plain: async (masterPassword) => {
      await checkMaster(masterPassword)
      const document = await vault.read(now())
      const name = filename(new Date(now()), 'plain')
      saveFile(name, await writePlainBackup(document))
      setExported({ name, count: document.accounts.length })
    },
  }
}
