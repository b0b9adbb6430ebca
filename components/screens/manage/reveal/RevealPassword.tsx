import type { ComponentChildren } from 'preact'
import { t } from '@/components/i18n'
import { MasterPasswordForm } from '../password/MasterPasswordForm'

interface RevealPasswordProps {
  readonly onRight: () => void
  /** Why it is asked for. */
  readonly children: ComponentChildren
}

/** Asks for the master password again, and is gone once it was right. */
export function RevealPassword({ onRight, children }: RevealPasswordProps) {
  return (
    <MasterPasswordForm
      confirm={t('manage_reveal_show')}
      passwordTestId="reveal-password"
      confirmTestId="reveal-confirm"
      onRight={onRight}
    >
      <p>{children}</p>
    </MasterPasswordForm>
  )
}
