import { useState } from 'preact/hooks'
import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import type { Account } from '@/utils/vault/document'
import { RevealPassword } from '../reveal/RevealPassword'
import { shownSeconds, useHiding } from '../reveal/use-hiding'
import { AddCodes } from './AddCodes'
import { CodeRows } from './CodeRows'
import styles from './RecoveryDialog.module.css'

interface RecoveryDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

/**
 * The recovery codes of an account: after the master password, and never for long. Adding some asks
 * for nothing: what is typed is no secret of the vault yet.
 */
export function RecoveryDialog({ account, onClose }: RecoveryDialogProps) {
  const [state, setState] = useState<'asking' | 'shown' | 'hidden'>('asking')
  const hasCodes = (account.recoveryCodes ?? []).length > 0
  useHiding(state === 'shown', () => setState('hidden'), 5 * shownSeconds)
  return (
    <Dialog title={t('recovery_title')} onClose={onClose}>
      <div class={styles.dialog}>
        <AccountName issuer={account.issuer} label={account.label} layout="whole" />
        {hasCodes && state !== 'shown' && (
          <RevealPassword onRight={() => setState('shown')}>{t('recovery_ask')}</RevealPassword>
        )}
        {state === 'shown' && <CodeRows account={account} />}
        <AddCodes account={account} onKept={() => setState('shown')} />
      </div>
    </Dialog>
  )
}
