import { t } from '@/components/i18n'
import type { BoundHere } from '@/components/model/site-model'
import { Spinner } from '@/components/ui/Spinner'
import { inOrder } from './in-order'
import sections from './Section.module.css'
import { SiteCard } from './SiteCard'
import { useUserName } from './use-user-name'

interface ChoiceCardsProps {
  readonly bound: readonly BoundHere[]
  /** The account that was bound to the page just now, to be filled with no further click. */
  readonly fillId: string | null
}

/** The accounts of the page where there are several: who was named or chosen last comes first. */
export function ChoiceCards({ bound, fillId }: ChoiceCardsProps) {
  const userName = useUserName()
  if (userName === undefined) return <Spinner label={t('popup_loading')} />
  return (
    <>
      <p class={sections.note}>{t('choose_text')}</p>
      {inOrder(bound, userName).map(({ account, site }, index) => (
        <SiteCard
          key={account.id}
          account={account}
          mayFill={site.fill !== 'never'}
          first={index === 0}
          atOnce={account.id === fillId}
        />
      ))}
    </>
  )
}
