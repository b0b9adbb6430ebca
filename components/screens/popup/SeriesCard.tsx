import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { draftOf } from '@/components/account/form-draft'
import { errorText, t } from '@/components/i18n'
import { createDraft } from '@/components/model/draft'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { readUriLines } from '@/utils/backup/formats/uri-lines'
import {
  addCode,
  emptySeries,
  isWhole,
  type MigrationSeries,
  statesOf,
  textOfSeries,
} from '@/utils/backup/migration-series'
import { AppError, type ErrorCode } from '@/utils/errors/app-error'
import { PasteReview, type PasteReviewProps } from './PasteReview'
import { useServices } from './services'

const parseKept = draftOf(v.array(v.string()))

/** Codes that were read, and why one of them could not be. */
interface Read {
  readonly series: MigrationSeries
  readonly failure: ErrorCode | null
}

/**
 * Codes of an export of Google Authenticator, shown one after the other: those read before are kept,
 * sealed, until all are there or the user goes on without the rest.
 */
export function SeriesCard({ uris }: { readonly uris: readonly string[] }) {
  const { vault, drafts: store, now } = useServices()
  const [draft] = useState(() => createDraft({ vault, store, now }, 'popup-series', parseKept))
  const [{ series, failure }, setRead] = useState<Read>({ series: emptySeries, failure: null })
  const [review, setReview] = useState<PasteReviewProps['read'] | null>(null)
  const [isDone, setDone] = useState(false)
  const end = (): void => {
    setDone(true)
    void draft.drop()
  }
  const finish = async (all: MigrationSeries): Promise<void> => {
    const { entries, problems } = await readUriLines(textOfSeries(all))
    const accounts = entries.map((account) => ({ account, warnings: [] }))
    setReview({
      accounts,
      problems: problems.map(({ position, code, detail }) => ({ line: position, code, detail })),
    })
  }
  const shown = uris.join('\n')
  useEffect(() => {
    let wanted = true
    void draft.load().then((kept) => {
      if (!wanted) return
      const read = [...(kept ?? []), ...shown.split('\n')].reduce(withCode, nothing)
      setRead(read)
      draft.keep(read.series.codes.map(({ uri }) => uri))
      if (read.series.codes.length > 0 && isWhole(read.series)) void finish(read.series)
    })
    return () => {
      wanted = false
    }
  }, [draft, shown])
  if (isDone) return null
  if (review !== null) {
    return (
      <>
        <Notice tone="warning">{t('manage_series_period')}</Notice>
        <PasteReview read={review} onDone={end} />
      </>
    )
  }
  return (
    <Notice
      title={t('manage_series_title')}
      actions={
        <>
          {series.codes.length > 0 && (
            <Button data-testid="series-finish" onClick={() => void finish(series)}>
              {t('manage_series_finish')}
            </Button>
          )}
          <Button data-testid="series-drop" onClick={end}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      {failure && <p>{errorText(failure)}</p>}
      {statesOf(series).map(({ size, read, missing }, index) => (
        <p key={index} data-testid="series-state">
          {missing.length === 0
            ? t('manage_series_whole', size)
            : t('found_series_missing', read.length, size, missing.join(', '))}
        </p>
      ))}
      {series.codes.length > 0 && <p>{t('found_series_text')}</p>}
    </Notice>
  )
}

const nothing: Read = { series: emptySeries, failure: null }

function withCode({ series, failure }: Read, uri: string): Read {
  try {
    return { series: addCode(series, uri), failure }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { series, failure: error.code }
  }
}
