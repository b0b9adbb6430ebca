import { useState } from 'preact/hooks'
import { AccountList } from '@/components/account/AccountList'
import { SearchField } from '@/components/account/SearchField'
import { searchAccounts } from '@/components/account/search-accounts'
import { t } from '@/components/i18n'
import type { Account } from '@/utils/vault/document'
import { AccountLine } from './AccountLine'
import styles from './Accounts.module.css'
import { EditDialog } from './EditDialog'

/** The list with its search, and the dialog to edit one. */
export function Accounts({ accounts }: { readonly accounts: readonly Account[] }) {
  const [editedId, setEditedId] = useState<string | null>(null)
  const edited = accounts.find(({ id }) => id === editedId)
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
            renderRow={(account) => <AccountLine account={account} onEdit={setEditedId} />}
          />
        )}
      </div>
      {edited && <EditDialog account={edited} onClose={() => setEditedId(null)} />}
    </div>
  )
}
