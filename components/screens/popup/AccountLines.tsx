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
const LookAlikeDialog = lazy(async () => (await import('./LookAlikeDialog')).LookAlikeDialog)

interface AccountLinesProps {
  readonly accounts: readonly Account[]
  readonly searching: boolean
}

/** A code that is about to be copied where its own host is only resembled. */
interface Warning {
  readonly bound: string
  readonly answer: (isWanted: boolean) => void
}

/** The accounts that are not this site's, or what the search found. */
export function AccountLines({ accounts, searching }: AccountLinesProps) {
  const services = useServices()
  const { site } = services
  const [bindingId, setBindingId] = useState<string | null>(null)
  const [warning, setWarning] = useState<Warning | null>(null)
  const origin = site.page.value?.origin ?? null
  const binding = accounts.find(({ id }) => id === bindingId)
  if (accounts.length === 0) {
    return searching ? <p class={sections.title}>{t('search_nothing')}</p> : null
  }
  const nearby = site.nearby.value
  // On a page that may be taken for another, nothing is offered before that is known.
  const mayBind = (account: Account): boolean =>
    nearby !== null &&
    !nearby.alike.has(account.id) &&
    !site.bound.value.some((here) => here.account === account)
  const ask = (bound: string | undefined): true | Promise<boolean> =>
    bound === undefined || new Promise((answer) => setWarning({ bound, answer }))
  const mayCopy = ({ id }: Account): true | Promise<boolean> =>
    nearby === null
      ? site.whenNearby().then((known) => ask(known?.alike.get(id)))
      : ask(nearby.alike.get(id))
  return (
    <>
      <AccountList
        accounts={accounts}
        label={t('popup_all')}
        renderRow={(account) => (
          <AccountRow
            account={account}
            services={services}
            mayCopy={() => mayCopy(account)}
            actions={
              <>
                {origin !== null && mayBind(account) && (
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
      {warning && (
        <LookAlikeDialog
          bound={warning.bound}
          onAnswer={(isWanted) => {
            setWarning(null)
            warning.answer(isWanted)
          }}
        />
      )}
    </>
  )
}
