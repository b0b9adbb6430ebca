import { useEffect, useState } from 'preact/hooks'
import { hostInSentence } from '@/components/account/in-sentence'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { PageLook } from '@/utils/messages/contract'
import { inOrder } from './in-order'
import { useSaying } from './lead'
import { RecoveryAsk } from './recovery/RecoveryAsk'
import { RecoveryOffer } from './recovery/RecoveryOffer'
import sections from './Section.module.css'
import { SiteCard } from './SiteCard'
import { useServices } from './services'

interface PageAsksProps {
  /** These accounts are shown with the frame of another site that they are of. */
  readonly onFramed: (ids: readonly string[]) => void
}

/** What the page shows or asks for beside the codes of its accounts. */
export function PageAsks({ onFramed }: PageAsksProps) {
  const { site } = useServices()
  return (
    <>
      <RecoveryOffer bound={site.bound.value} />
      <Asks onFramed={onFramed} />
    </>
  )
}

/**
 * What the page asks for where that is not simply a code of one of its accounts: a code that it has
 * sent, a recovery code, or a code in a frame of another site.
 */
function Asks({ onFramed }: PageAsksProps) {
  const { site, look } = useServices()
  const [seen, setSeen] = useState<PageLook | null>(null)
  const tabId = site.page.value?.tabId
  useEffect(() => {
    if (tabId !== undefined) look(tabId).then(setSeen, () => setSeen(null))
  }, [tabId, look])
  useEffect(() => {
    if (seen?.frame) onFramed(seen.frame.accountIds)
  }, [seen, onFramed])
  const kind = seen?.kind
  useSaying(kind === 'sent' || kind === 'recovery' ? kind : null)
  if (seen === null) return null
  const bound = inOrder(site.bound.value, null)
  const fillable = bound.filter(({ site: { fill } }) => fill !== 'never')
  return (
    <>
      {kind === 'sent' && (
        <Notice>
          <span data-testid="page-asks">{t('fill_prompt_sent')}</span>
        </Notice>
      )}
      {kind === 'recovery' && <RecoveryAsk accounts={fillable.map(({ account }) => account)} />}
      {seen.frame !== null && <FrameAsks frame={seen.frame} />}
    </>
  )
}

/**
 * A frame of another site asks for a code: its accounts, if there are any, and where their codes
 * belong. Both sites are named before anything is copied or filled: the page around the frame may
 * want the code for itself, or the frame the code of the page.
 */
function FrameAsks({ frame }: { readonly frame: NonNullable<PageLook['frame']> }) {
  const { site, model } = useServices()
  const accounts = model.accounts.value.filter(({ id }) => frame.accountIds.includes(id))
  const isAlone = site.bound.value.length === 0
  const pageHost = hostInSentence(site.page.value?.host ?? '')
  if (accounts.length === 0) {
    return isAlone ? null : (
      <Notice tone="warning" title={t('fill_other_frame_title')}>
        <span data-testid="frame-stranger">
          {t('frame_stranger', hostInSentence(frame.host), pageHost)}
        </span>
      </Notice>
    )
  }
  return (
    <section class={sections.section} data-testid="frame-accounts">
      <h2 class={sections.title}>
        {t('frame_title')} <SafeText text={frame.host} />
      </h2>
      <p class={sections.note} data-testid="frame-belongs">
        {t('frame_belongs', pageHost)}
      </p>
      {accounts.map((account, index) => (
        <SiteCard
          key={account.id}
          account={account}
          mayFill
          first={isAlone && index === 0}
          frame={frame.host}
          atOnce={false}
        />
      ))}
    </section>
  )
}
