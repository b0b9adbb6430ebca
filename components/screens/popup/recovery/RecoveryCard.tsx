import { useState } from 'preact/hooks'
import { AccountName } from '@/components/account/AccountName'
import { accountInFull } from '@/components/account/account-in-full'
import { accountTitle } from '@/components/account/account-title'
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
import { useLead } from '../lead'
import { useServices } from '../services'

interface RecoveryCardProps {
  readonly codes: readonly string[]
  /** Those they may be kept with, the likeliest first. */
  readonly accounts: readonly Account[]
  /** The user picked them, on whatever page or frame: they may be another account's. */
  readonly isPicked: boolean
  /** They were kept, or are not wanted. */
  readonly onDone: () => void
}

/** Recovery codes, to be looked over and kept with an account. */
export function RecoveryCard({ codes, accounts, isPicked, onDone }: RecoveryCardProps) {
  const services = useServices()
  const [accountId, setAccountId] = useState<string | null>(null)
  const [chosen, setHow] = useState<How | null>(null)
  const work = useWork()
  useLead()
  const account = accounts.find(({ id }) => id === accountId) ?? accounts[0]
  if (account === undefined) return null
  const actions = recoveryActions(services)
  const difference = differenceOf(codes, account)
  const hasOlder = difference.older > 0
  // A site that gives out new ones takes the old ones back; fewer may be something else.
  const isNewSet = difference.same === 0 && codes.length >= difference.older
  const how = chosen ?? (isNewSet && !isPicked ? 'replace' : 'add')
  const keep = async (): Promise<void> => {
    const before = account.recoveryCodes ?? []
    if (!(await work.run(() => actions.keep(account.id, codes, how)))) return
    const tell = (failure: unknown): void => showToast(failureText(failure))
    showToast(keptText(codes.length, accountTitle(account)), {
      label: t('undo'),
      testId: 'undo',
      run: () => void actions.put(account.id, before).catch(tell),
    })
    onDone()
  }
  return (
    <section data-testid="recovery-offer">
      <Card title={offerTitle(codes.length)} text={!hasOlder && t('recovery_offer_text')}>
        <div class={styles.form}>
          {accounts.length > 1 ? (
            <Select<string>
              label={t('recovery_with')}
              data-testid="recovery-account"
              value={account.id}
              options={accounts.map((each) => ({ value: each.id, text: accountInFull(each) }))}
              onValue={setAccountId}
            />
          ) : (
            <AccountName issuer={account.issuer} label={account.label} layout="inline" />
          )}
          {hasOlder && <CodesDifference difference={difference} how={how} onHow={setHow} />}
          <CodeList codes={codes} />
          <div class={styles.actions}>
            {work.error && (
              <div class={styles.error}>
                <Notice tone="error">{work.error}</Notice>
              </div>
            )}
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

function offerTitle(count: number): string {
  return count === 1 ? t('recovery_offer_one') : t('recovery_offer', count)
}

function keptText(count: number, name: string): string {
  return count === 1 ? t('recovery_kept_one', name) : t('recovery_kept', count, name)
}
