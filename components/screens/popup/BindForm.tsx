import { useMemo, useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { Notice } from '@/components/ui/Notice'
import { hostOf } from '@/utils/sites/origin'
import type { AccountDraft } from '@/utils/vault/account-draft'
import type { Account, Site } from '@/utils/vault/document'
import styles from './BindForm.module.css'
import { pageSite } from './reviewed-account'
import { useSaveWithSite } from './use-save-with-site'

interface BindFormProps {
  readonly account: Account
  readonly origin: string
  readonly onDone?: () => void
}

/** Binds an account to one more site: exactly the host named here. */
export function BindForm({ account, origin, onDone }: BindFormProps) {
  const [fillOnArrival, setFillOnArrival] = useState(true)
  const { id } = account
  const versions = useMemo(
    () => [true, false].map((arrival) => bindDraft(id, pageSite(origin, arrival))),
    [id, origin],
  )
  const saving = useSaveWithSite(versions)
  const bind = async (): Promise<void> => {
    const saved = fillOnArrival ? saving.run(0, origin) : saving.run(1, null)
    if (await saved) onDone?.()
  }
  return (
    <>
      <Checkbox
        label={
          <>
            {t('found_fill_on')} <SafeText text={hostOf(origin)} class={styles.host} />
          </>
        }
        hint={t(fillOnArrival ? 'found_fill_ask' : 'found_fill_off')}
        checked={fillOnArrival}
        data-testid="allow-site"
        onValue={setFillOnArrival}
      />
      {saving.error && <Notice tone="error">{saving.error}</Notice>}
      <Button variant="primary" wide busy={saving.busy} data-testid="bind-site" onClick={bind}>
        {t('bind_here')}
      </Button>
    </>
  )
}

function bindDraft(accountId: string, site: Site): AccountDraft {
  return { kind: 'bind', accountId, site }
}
