import { useState } from 'preact/hooks'
import { AccountName } from '@/components/account/AccountName'
import { t } from '@/components/i18n'
import { Dialog } from '@/components/ui/Dialog'
import type { Account } from '@/utils/vault/document'
import styles from './RevealDialog.module.css'
import { RevealPassword } from './RevealPassword'
import { Secret } from './Secret'
import { shownSeconds, useHiding } from './use-hiding'

interface RevealDialogProps {
  readonly account: Account
  readonly onClose: () => void
}

/**
 * The secret of an account and its QR code, for as long as needed to take them elsewhere: after the
 * master password, and never for long. Nothing of it is in the page before.
 */
export function RevealDialog({ account, onClose }: RevealDialogProps) {
  const [state, setState] = useState<'asking' | 'shown' | 'hidden'>('asking')
  useHiding(state === 'shown', () => setState('hidden'))
  return (
    <Dialog title={t('manage_reveal_title')} onClose={onClose}>
      <div class={styles.name}>
        <AccountName issuer={account.issuer} label={account.label} layout="whole" />
      </div>
      {state === 'shown' ? (
        <Secret account={account} />
      ) : (
        <RevealPassword onRight={() => setState('shown')}>
          {state === 'asking' ? t('manage_reveal_ask') : t('manage_reveal_hidden', shownSeconds)}
        </RevealPassword>
      )}
    </Dialog>
  )
}
