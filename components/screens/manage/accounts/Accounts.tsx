import { useState } from 'preact/hooks'
import { AccountList } from '@/components/account/AccountList'
import { SearchField } from '@/components/account/SearchField'
import { searchAccounts } from '@/components/account/search-accounts'
import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { AccountLine, type AccountLineProps } from './AccountLine'
import styles from './Accounts.module.css'

/** The accounts, and what can be asked for each. */
export interface AccountsProps
  extends Pick<AccountLineProps, 'onEdit' | 'onReveal' | 'onRecovery'> {
  readonly accounts: readonly Account[]
}

/** The list with its search. */
export function Accounts({ accounts, ...doing }: AccountsProps) {
  const [query, setQuery] = useState('')
  const found = searchAccounts(accounts, query)
  return (
    <div class={styles.accounts}>
      <SearchField query={query} onQuery={setQuery} />
      <p class={styles.count} role="status">
        {found.length === accounts.length
          ? t('manage_accounts_count', accounts.length)
          : t('manage_accounts_found', found.length, accounts.length)}
      </p>
      <div class={styles.list} data-testid="account-list">
        {found.length === 0 ? (
          <p class={styles.none}>{t('search_nothing')}</p>
        ) : (
          <AccountList
            accounts={found}
            label={t('manage_accounts_title')}
            renderRow={(account) => <AccountLine account={account} {...doing} />}
          />
        )}
      </div>
    </div>
  )
}
