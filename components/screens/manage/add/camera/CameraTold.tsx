import { SafeText } from '@/components/account/SafeText'
import { errorText, t } from '@/components/i18n'
import { statesOf } from '@/utils/backup/migration-series'
import styles from './CameraTold.module.css'
import { isInVain, type Seen, type Told } from './seen'

interface CameraToldProps {
  readonly seen: Seen
  /** The browser may be asking the user. */
  readonly isStarting: boolean
}

/** What the camera has seen, and what to do: read out as it changes. */
export function CameraTold({ seen, isStarting }: CameraToldProps) {
  return (
    <div class={styles.told} role="status" data-testid="camera-told">
      <Series seen={seen} />
      {seen.told ? <Words told={seen.told} /> : <p>{t(nextStep(seen, isStarting))}</p>}
    </div>
  )
}

function nextStep(seen: Seen, isStarting: boolean) {
  if (isStarting) return 'camera_starting'
  if (isInVain(seen)) return 'camera_hint'
  return seen.series.codes.length > 0 ? 'camera_next' : 'camera_looking'
}

function Series({ seen: { series } }: { readonly seen: Seen }) {
  return statesOf(series).map(({ size, read, missing }, index) => (
    <p key={index} class={styles.title} data-testid="camera-series">
      {missing.length === 0
        ? t('manage_series_whole', size)
        : t('found_series_missing', read.length, size, missing.join(', '))}
    </p>
  ))
}

function Words({ told }: { readonly told: Told }) {
  switch (told.kind) {
    case 'link':
      return (
        <>
          <p>{errorText('qr-link')}</p>
          <SafeText text={told.url} class={styles.payload} testId="link-text" />
        </>
      )
    case 'broken':
      return (
        <>
          <p class={styles.title}>{t('found_broken')}</p>
          <p>{errorText(told.code, told.detail)}</p>
        </>
      )
    case 'other':
      return <p>{errorText('qr-other')}</p>
    case 'part':
      return <p>{t('found_part')}</p>
  }
}
