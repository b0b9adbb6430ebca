import { t } from '@/components/i18n'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import type { Account } from '@/utils/vault/document'
import { hrefOf } from '../route'
import { useProposals } from '../sites/use-proposals'
import { useSiteFacts } from '../sites/use-site-facts'

/** Says that accounts without a site could have one, and where to choose it. */
export function SitesHint({ accounts }: { readonly accounts: readonly Account[] }) {
  const facts = useSiteFacts(accounts.some(({ sites }) => sites.length === 0))
  const { length: count } = useProposals(facts)
  if (count === 0) return null
  return (
    <Notice
      actions={
        <LinkButton href={hrefOf('sites')} icon="site">
          {t('propose_look')}
        </LinkButton>
      }
    >
      <span data-testid="sites-hint">
        {count === 1 ? t('propose_hint_one') : t('propose_hint', count)}
      </span>
    </Notice>
  )
}
