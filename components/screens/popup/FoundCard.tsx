import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { ReviewCard } from '@/components/account/ReviewCard'
import { filledOnArrival } from '@/components/account/site-choice'
import { t } from '@/components/i18n'
import type { FoundAccount } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Difference } from './Difference'
import styles from './FoundCard.module.css'
import { focusInstead, takeFocusFrom } from './focus'
import { useLead } from './lead'
import { reviewedDraft, reviewedValues } from './reviewed-account'
import { SiteChoice } from './SiteChoice'
import { useServices } from './services'
import { useSaveWithSite } from './use-save-with-site'
import { useSiteOffer } from './use-site-offer'

interface FoundCardProps {
  readonly found: FoundAccount
  /** Its button has the focus, so that Enter saves. */
  readonly hasFocus: boolean
}

/** An account found on the page: to be checked, and saved with the page as its site. */
export function FoundCard({ found, hasFocus }: FoundCardProps) {
  const { clock, site, now, newId, state } = useServices()
  const origin = site.page.value?.origin ?? null
  const offer = useSiteOffer(origin, found.account.issuer)
  const { sites } = offer
  const [replace, setReplace] = useState(false)
  const id = useMemo(newId, [found.account, newId])
  const reviewed = useMemo(
    () => reviewedDraft(found, { id, nowMs: now(), sites, replace, origin }),
    [found, id, now, sites, replace, origin],
  )
  const saving = useSaveWithSite(reviewed)
  const actions = useRef<HTMLDivElement>(null)
  useLead()
  useEffect(() => {
    const button = actions.current?.querySelector('button')
    if (hasFocus) focusInstead(button)
    else takeFocusFrom(button)
  }, [hasFocus])
  const save = async (): Promise<void> => {
    const saved = saving.run(filledOnArrival(sites), state.sent)
    // What was pasted is done with.
    if (state.screen.peek().name !== 'home') await state.handOver(saved)
  }
  const edit = (): void => {
    const values = reviewedValues(found, { sites, replace })
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
          sites={origin === null ? null : sites}
        />
      )}
      <SiteChoice offer={offer} />
      {saving.error && <Notice tone="error">{saving.error}</Notice>}
      <div class={styles.actions} ref={actions}>
        <Button
          variant="primary"
          wide
          busy={saving.busy}
          data-testid="save-account"
          onClick={() => void save()}
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
