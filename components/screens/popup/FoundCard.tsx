import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ReviewCard } from '@/components/account/ReviewCard'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import type { FoundAccount } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Notice } from '@/components/ui/Notice'
import { hostOf } from '@/utils/sites/origin'
import { Difference } from './Difference'
import styles from './FoundCard.module.css'
import { focusIfNothingIs } from './focus'
import { reviewedDraft, reviewedValues } from './reviewed-account'
import { useServices } from './services'
import { useSaveWithSite } from './use-save-with-site'

/** What the user can choose, each sealed beforehand: see [Note: Saving with a site]. */
const choices = [true, false].flatMap((fillOnArrival) =>
  [true, false].map((replace) => ({ fillOnArrival, replace })),
)

interface FoundCardProps {
  readonly found: FoundAccount
  /** Its button has the focus at first, so that Enter saves. */
  readonly hasFocus: boolean
}

/** An account found on the page: to be checked, and saved with the page as its site. */
export function FoundCard({ found, hasFocus }: FoundCardProps) {
  const { clock, site, now, newId, state } = useServices()
  const origin = site.page.value?.origin ?? null
  const [fillOnArrival, setFillOnArrival] = useState(true)
  const [replace, setReplace] = useState(false)
  const id = useMemo(newId, [found.account, newId])
  const versions = useMemo(
    () => choices.map((choice) => reviewedDraft(found, { id, nowMs: now(), origin, ...choice })),
    [found, id, now, origin],
  )
  const chosen = choices.findIndex(
    (choice) => choice.fillOnArrival === fillOnArrival && choice.replace === replace,
  )
  const saving = useSaveWithSite(versions)
  const actions = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (hasFocus) focusIfNothingIs(actions.current?.querySelector('button'))
  }, [])
  const edit = (): void => {
    const values = reviewedValues(found, { origin, fillOnArrival, replace })
    const replaces = replace ? (found.rival?.id ?? null) : null
    state.show({ name: 'review', values, replaces, origin })
  }
  return (
    <ReviewCard
      account={found.account}
      warnings={found.warnings}
      clock={clock}
      testId="found-account"
    >
      {found.rival && (
        <Difference
          saved={found.rival}
          found={found.account}
          replace={replace}
          onReplace={setReplace}
        />
      )}
      <SiteChoice {...{ origin, fillOnArrival }} onChange={setFillOnArrival} />
      {saving.error && <Notice tone="error">{saving.error}</Notice>}
      <div class={styles.actions} ref={actions}>
        <Button
          variant="primary"
          wide
          busy={saving.busy}
          data-testid="save-account"
          onClick={() => void saving.run(chosen, fillOnArrival ? origin : null)}
        >
          {t(replace ? 'found_replace' : 'found_save')}
        </Button>
        <Button data-testid="edit-found" onClick={edit}>
          {t('account_edit')}
        </Button>
      </div>
    </ReviewCard>
  )
}

interface SiteChoiceProps {
  readonly origin: string | null
  readonly fillOnArrival: boolean
  readonly onChange: (fillOnArrival: boolean) => void
}

/** The one site the account is bound to, and whether codes are filled there unasked. */
function SiteChoice({ origin, fillOnArrival, onChange }: SiteChoiceProps) {
  const { site } = useServices()
  if (origin === null) return <p class={styles.hint}>{t('found_no_site')}</p>
  const hint = !fillOnArrival
    ? 'found_fill_off'
    : site.allowed.value
      ? 'found_fill_allowed'
      : 'found_fill_ask'
  return (
    <Checkbox
      label={
        <>
          {t('found_fill_on')} <SafeText text={hostOf(origin)} class={styles.host} />
        </>
      }
      hint={t(hint)}
      checked={fillOnArrival}
      data-testid="allow-site"
      onValue={onChange}
    />
  )
}
