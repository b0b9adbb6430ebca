import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { showToast } from '@/components/ui/toasts'
import { failureText } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { trashKeepDays } from '@/utils/vault/trash'
import { useServices } from '../services'
import styles from './Trash.module.css'

const msPerDay = 86_400_000

/** What was deleted in the last thirty days, and the way back. */
export function Trash() {
  const { model } = useServices()
  const trash = model.trash.value
  if (trash.length === 0) return null
  return (
    <details class={styles.trash} data-testid="trash">
      <summary>{t('manage_trash', trash.length)}</summary>
      <p class={styles.hint}>{t('manage_trash_hint', trashKeepDays)}</p>
      <ul class={styles.list}>
        {trash.map((account) => (
          <TrashLine key={account.id} account={account} />
        ))}
      </ul>
    </details>
  )
}

function TrashLine({ account }: { readonly account: Account }) {
  const { actions, now } = useServices()
  const goneMs = (account.deletedAtMs ?? 0) + trashKeepDays * msPerDay
  const days = Math.max(0, Math.ceil((goneMs - now()) / msPerDay))
  const restore = () =>
    actions.restore(account.id).catch((failure) => showToast(failureText(failure)))
  return (
    <li data-testid="trash-row">
      <AccountName issuer={account.issuer} label={account.label} layout="inline" />
      <span class={styles.days}>
        {days === 1 ? t('manage_trash_day') : t('manage_trash_days', days)}
      </span>
      <Button data-testid="restore-account" onClick={() => void restore()}>
        {t('manage_trash_restore')}
      </Button>
    </li>
  )
}
