import { useRef } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { errorText, t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import { Notice } from '@/components/ui/Notice'
import { codeKey } from '@/utils/vault/duplicates'
import { BindCard } from './BindCard'
import { FoundCard } from './FoundCard'
import { KeyCard } from './KeyCard'
import styles from './Section.module.css'
import { SeriesCard } from './SeriesCard'
import { useServices } from './services'

/** What the codes on the page say, each in its own card. */
export function FoundSection({ found }: { readonly found: readonly Found[] }) {
  const onlyKey = useOnlyAccount(found)
  return (
    <section class={styles.section} aria-label={t('found_title')}>
      <h2 class={styles.title}>{t('found_title')}</h2>
      {found.map((each, index) => {
        const key = keyOf(each, index)
        return <FoundOne key={key} found={each} isOnly={key === onlyKey} />
      })}
    </section>
  )
}

/**
 * The key of the only account; null among several, of which none is the one that Enter should save.
 * Decided when the scan is done: what is left when others were saved is not the only one.
 */
function useOnlyAccount(found: readonly Found[]): string | number | null {
  const { site } = useServices()
  const decided = useRef<string | number | null>(null)
  const isDecided = useRef(false)
  if (!isDecided.current) {
    const [only = null, ...others] = found.flatMap((each, index) =>
      each.kind === 'account' ? [keyOf(each, index)] : [],
    )
    decided.current = others.length === 0 ? only : null
  }
  isDecided.current = site.scan.value.kind !== 'scanning'
  return decided.current
}

/** What is chosen on a card stays with its account when another one has been saved. */
function keyOf(found: Found, index: number): string | number {
  return found.kind === 'account' ? codeKey(found.account.parameters) : index
}

interface FoundOneProps {
  readonly found: Found
  /** The only account among what was found. */
  readonly isOnly: boolean
}

function FoundOne({ found, isOnly }: FoundOneProps) {
  switch (found.kind) {
    case 'account':
      return found.saved === null ? (
        <FoundCard found={found} hasFocus={isOnly} />
      ) : (
        <BindCard account={found.saved} state={t('found_saved')} />
      )
    case 'key':
      return <KeyCard secretBase32={found.secretBase32} />
    case 'migration':
      return <SeriesCard uris={found.uris} />
    case 'broken':
      return (
        <Notice tone="warning" title={t('found_broken')}>
          {errorText(found.code, found.detail)}
        </Notice>
      )
    case 'part':
      return <Notice tone="warning">{t('found_part')}</Notice>
    case 'missed':
      return (
        <Notice tone="warning" title={t('found_missed')}>
          {t('found_missed_text')}
        </Notice>
      )
    case 'cut':
      return (
        <Notice tone="warning" title={t('found_cut')}>
          {t('found_cut_text')}
        </Notice>
      )
    case 'link':
      return (
        <Notice title={t('found_link')}>
          <SafeText text={found.url} class={styles.payload} testId="link-text" />
        </Notice>
      )
    case 'other':
      return <Notice>{t('found_other')}</Notice>
  }
}
