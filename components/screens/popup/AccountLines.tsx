import { useState } from 'preact/hooks'
import { AccountList } from '@/components/account/AccountList'
import { AccountRow } from '@/components/account/AccountRow'
import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import type { Account } from '@/utils/vault/document'
import { AccountButtons } from './AccountButtons'
import { lazy } from './lazy'
import sections from './Section.module.css'
import { useServices } from './services'

const BindDialog = lazy(async () => (await import('./BindDialog')).BindDialog)

interface AccountLinesProps {
  readonly accounts: readonly Account[]
  readonly searching: boolean
}

/** The accounts that are not this site's, or what the search found. */
export function AccountLines({ accounts, searching }: AccountLinesProps) {
  const services = useServices()
  const { site } = services
  const [bindingId, setBindingId] = useState<string | null>(null)
  const origin = site.page.value?.origin ?? null
  const binding = accounts.find(({ id }) => id === bindingId)
  if (accounts.length === 0) {
    return searching ? <p class={sections.title}>{t('search_nothing')}</p> : null
  }
  const isBound = (account: Account): boolean =>
    site.bound.value.some((here) => here.account === account)
  return (
    <>
      <AccountList
        accounts={accounts}
        label={t('popup_all')}
        renderRow={(account) => (
          <AccountRow
            account={account}
            services={services}
            actions={
              <>
                {origin !== null && !isBound(account) && (
                  <IconButton
                    icon="site"
                    label={t('account_use_here')}
                    data-testid="use-here"
                    onClick={() => setBindingId(account.id)}
                  />
                )}
                <AccountButtons account={account} />
              </>
            }
          />
        )}
      />
      {binding && origin !== null && (
        <BindDialog account={binding} origin={origin} onClose={() => setBindingId(null)} />
      )}
    </>
  )
}
