import { useState } from 'preact/hooks'
import { AccountName } from '@/components/account/AccountName'
import { accountTitle } from '@/components/account/account-title'
import { plainName } from '@/components/account/in-sentence'
import { CodeList } from '@/components/account/recovery/CodeList'
import { CodesDifference, type How } from '@/components/account/recovery/CodesDifference'
import styles from '@/components/account/recovery/KeepForm.module.css'
import { t } from '@/components/i18n'
import { differenceOf } from '@/components/model/new-codes'
import { recoveryActions } from '@/components/model/recovery-actions'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { Notice } from '@/components/ui/Notice'
import { Select } from '@/components/ui/Select'
import { showToast } from '@/components/ui/toasts'
import { failureText, useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { useServices } from '../services'

interface RecoveryCardProps {
  readonly codes: readonly string[]
  /** Those they may be kept with, the likeliest first. */
  readonly accounts: readonly Account[]
  /** They were kept, or are not wanted. */
  readonly onDone: () => void
}

/** Recovery codes, to be looked over and kept with an account. */
export function RecoveryCard({ codes, accounts, onDone }: RecoveryCardProps) {
  const services = useServices()
  const [accountId, setAccountId] = useState<string | null>(null)
  const [chosen, setHow] = useState<How | null>(null)
  const work = useWork()
  const account = accounts.find(({ id }) => id === accountId) ?? accounts[0]
  if (account === undefined) return null
  const actions = recoveryActions(services)
  const difference = differenceOf(codes, account)
  // A site that gives out new ones takes the old ones back.
  const how = chosen ?? (difference.same > 0 ? 'add' : 'replace')
  const keep = async (): Promise<void> => {
    const before = account.recoveryCodes ?? []
    if (!(await work.run(() => actions.keep(account.id, codes, how)))) return
    const tell = (failure: unknown): void => showToast(failureText(failure))
    showToast(t('recovery_kept', codes.length, accountTitle(account)), {
      label: t('undo'),
      testId: 'undo',
      run: () => void actions.put(account.id, before).catch(tell),
    })
    onDone()
  }
  return (
    <section data-testid="recovery-offer">
      <Card title={t('recovery_offer', codes.length)} text={t('recovery_offer_text')}>
        <div class={styles.form}>
          {accounts.length > 1 ? (
            <Select<string>
              label={t('recovery_with')}
              data-testid="recovery-account"
              value={account.id}
              options={accounts.map((each) => ({ value: each.id, text: optionOf(each) }))}
              onValue={setAccountId}
            />
          ) : (
            <AccountName issuer={account.issuer} label={account.label} layout="inline" />
          )}
          <CodeList codes={codes} />
          {difference.older > 0 && (
            <CodesDifference difference={difference} how={how} onHow={setHow} />
          )}
          {work.error && <Notice tone="error">{work.error}</Notice>}
          <div class={styles.actions}>
            <Button
              variant="primary"
              wide
              busy={work.busy}
              data-testid="keep-recovery"
              onClick={() => void keep()}
            >
              {t('recovery_keep')}
            </Button>
            <Button data-testid="drop-recovery" onClick={onDone}>
              {t('recovery_not_now')}
            </Button>
          </div>
        </div>
      </Card>
    </section>
  )
}

function optionOf(account: Account): string {
  const { issuer, label } = account
  return issuer && label ? `${accountTitle(account)} (${plainName(label)})` : accountTitle(account)
}
