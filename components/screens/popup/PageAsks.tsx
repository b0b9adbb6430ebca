import { useEffect, useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { PageLook } from '@/utils/messages/contract'
import { RecoveryAsk } from './recovery/RecoveryAsk'
import { RecoveryOffer } from './recovery/RecoveryOffer'
import sections from './Section.module.css'
import { SiteCard } from './SiteCard'
import { useServices } from './services'

/** What the page shows or asks for beside the codes of its accounts. */
export function PageAsks() {
  const { site } = useServices()
  return (
    <>
      <RecoveryOffer bound={site.bound.value} />
      <Asks />
    </>
  )
}

/**
 * What the page asks for where that is not simply a code of one of its accounts: a code that it has
 * sent, a recovery code, or a code in a frame of another site.
 */
function Asks() {
  const { site, model, look } = useServices()
  const [seen, setSeen] = useState<PageLook | null>(null)
  const tabId = site.page.value?.tabId
  useEffect(() => {
    if (tabId !== undefined) look(tabId).then(setSeen, () => setSeen(null))
  }, [tabId, look])
  if (seen === null) return null
  const { kind, frame } = seen
  const fillable = site.bound.value.filter(({ site: { fill } }) => fill !== 'never')
  const accounts = model.accounts.value.filter(({ id }) => frame?.accountIds.includes(id))
  return (
    <>
      {kind === 'sent' && (
        <Notice>
          <span data-testid="page-asks">{t('fill_prompt_sent')}</span>
        </Notice>
      )}
      {kind === 'recovery' && <RecoveryAsk accounts={fillable.map(({ account }) => account)} />}
      {frame !== null && (
        <section class={sections.section} data-testid="frame-accounts">
          <h2 class={sections.title}>
            {t('frame_title')} <SafeText text={frame.host} />
          </h2>
          {accounts.map((account) => (
            <SiteCard key={account.id} account={account} mayFill first={false} atOnce={false} />
          ))}
        </section>
      )}
    </>
  )
}
