import { useState } from 'preact/hooks'
import { AccountList } from '@/components/account/AccountList'
import { SearchField } from '@/components/account/SearchField'
import { searchAccounts } from '@/components/account/search-accounts'
import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { AccountLine } from './AccountLine'
import styles from './Accounts.module.css'

interface AccountsProps {
  readonly accounts: readonly Account[]
  readonly onEdit: (account: Account) => void
}

/** The list with its search. */
export function Accounts({ accounts, onEdit }: AccountsProps) {
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
            renderRow={(account) => <AccountLine account={account} onEdit={onEdit} />}
          />
        )}
      </div>
    </div>
  )
}
