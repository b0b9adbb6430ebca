import { useMemo } from 'preact/hooks'
import { filledOnArrival } from '@/components/account/site-choice'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { AccountDraft } from '@/utils/vault/account-draft'
import type { Account } from '@/utils/vault/document'
import { useLead } from './lead'
import { SiteChoice } from './SiteChoice'
import { useSaveWithSite } from './use-save-with-site'
import { useSiteOffer } from './use-site-offer'

interface BindFormProps {
  readonly account: Account
  readonly origin: string
  readonly onDone?: () => void
}

/** Binds an account to one more site: exactly the hosts named here. */
export function BindForm({ account, origin, onDone }: BindFormProps) {
  const { id, issuer } = account
  const offer = useSiteOffer(origin, issuer)
  const { sites } = offer
  useLead()
  const reviewed = useMemo(
    (): AccountDraft => ({ kind: 'bind', accountId: id, sites: [...sites] }),
    [id, sites],
  )
  const saving = useSaveWithSite(reviewed)
  const bind = async (): Promise<void> => {
    if (await saving.run(filledOnArrival(sites))) onDone?.()
  }
  return (
    <>
      <SiteChoice offer={offer} />
      {saving.error && <Notice tone="error">{saving.error}</Notice>}
      <Button variant="primary" wide busy={saving.busy} data-testid="bind-site" onClick={bind}>
        {t('bind_here')}
      </Button>
    </>
  )
}
