import { useRef, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { failureText } from '@/components/ui/use-work'
import type { ImportStep } from '@/utils/backup/format'
import {
  emptySeries,
  isWhole,
  type MigrationSeries,
  type SeriesState,
  statesOf,
  textOfSeries,
} from '@/utils/backup/migration-series'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import { emptyBackup, joined } from '@/utils/backup/read/collect'
import { toUtf8 } from '@/utils/bytes/utf8'
import { type ErrorCode, toErrorCode } from '@/utils/errors/app-error'
import { useServices } from '../services'
import { collectFiles } from './collect-files'

/** Where an import stands. */
export type ImportStage =
  | { readonly kind: 'idle'; readonly error: string | undefined }
  | {
      readonly kind: 'reading'
      readonly name: string
      readonly step: ImportStep | null
      readonly cancel: () => void
    }
  | {
      readonly kind: 'password'
      readonly name: string
      /** Why the last password did not do. */
      readonly failure: ErrorCode | null
      /** Counted from 0. */
      readonly attempt: number
      readonly open: (password: string) => void
      readonly skip: () => void
    }
  /** Codes of an export are missing. */
  | {
      readonly kind: 'series'
      readonly states: readonly SeriesState[]
      readonly finish: () => void
      readonly drop: () => void
    }

/** What an import has to say besides what it found. */
export interface ImportedFiles {
  readonly found: ParsedBackup
  /** Whether codes of Google Authenticator are among it, which never say a period. */
  readonly isMigration: boolean
}

/** An import from files, as its card shows it. */
export interface Import {
  readonly stage: ImportStage
  /**
   * Reads more files: the first, or those with codes that are missing. `isAll`: there are no more,
   * even if some are.
   */
  readonly read: (files: readonly File[], how?: { readonly isAll: boolean }) => void
}

interface Held {
  readonly found: ParsedBackup
  readonly series: MigrationSeries
}

const nothing: Held = { found: emptyBackup, series: emptySeries }
const idle: ImportStage = { kind: 'idle', error: undefined }

/** Reads files, asks for what they need, and gives `onFound` what they hold when all is there. */
export function useImport(onFound: (files: ImportedFiles) => void): Import {
  const { decodeImage, readBackup } = useServices()
  const [stage, setStage] = useState<ImportStage>(idle)
  const held = useRef<Held>(nothing)
  const reset = (error?: string) => {
    held.current = nothing
    setStage({ kind: 'idle', error })
  }
  const finish = async () => {
    const { found, series } = held.current
    const isMigration = series.codes.length > 0
    const parts = isMigration ? [found, await readSeries(series, readBackup)] : [found]
    reset()
    onFound({ found: joined(parts), isMigration })
  }
  const failed = (failure: unknown) => reset(failureText(failure))
  const askForMore = () => {
    const states = statesOf(held.current.series)
    const end = () => void finish().catch(failed)
    setStage({ kind: 'series', states, finish: end, drop: () => reset() })
  }
  const work = async (files: readonly File[], isAll: boolean) => {
    const controller = new AbortController()
    const cancel = () => controller.abort()
    let attempt = 0
    const collected = await collectFiles(files, held.current.series, {
      decodeImage,
      readBackup,
      signal: controller.signal,
      nameOf: (format, position) =>
        t(format === 'otpauth-list' ? 'manage_line' : 'manage_restore_entry', position),
      onReading: (name, step) => setStage({ kind: 'reading', name, step, cancel }),
      askPassword: (name, failure) =>
        new Promise((resolve) => {
          const skip = () => resolve(null)
          setStage({ kind: 'password', name, failure, attempt, open: resolve, skip })
          attempt += 1
        }),
    })
    const found = joined([held.current.found, collected.found])
    held.current = { found, series: collected.series }
    if (isAll || isWhole(collected.series)) return await finish()
    askForMore()
  }
  return {
    stage,
    read: (files, { isAll } = { isAll: false }) => {
      work(files, isAll).catch((failure: unknown) => {
        if (toErrorCode(failure) !== 'import-cancelled') return failed(failure)
        // The codes that were read before stay.
        if (isWhole(held.current.series)) reset()
        else askForMore()
      })
    },
  }
}

async function readSeries(
  series: MigrationSeries,
  readBackup: ReturnType<typeof useServices>['readBackup'],
): Promise<ParsedBackup> {
  const { found } = await readBackup(toUtf8(textOfSeries(series)), { password: '' })
  return found
}
