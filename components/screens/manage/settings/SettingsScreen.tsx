import { t } from '@/components/i18n'
import { PasskeyCard } from '../passkeys/PasskeyCard'
import { ScreenFrame } from '../shell/ScreenFrame'
import { About } from './About'
import { ChangePassword } from './ChangePassword'
import { ClearClipboard } from './ClearClipboard'
import { Clock } from './Clock'
import { LockAfter } from './LockAfter'
import { Promises } from './Promises'

/** When to lock, what is left on the clipboard, the master password, what is promised, which version this is. */
export function SettingsScreen() {
  return (
    <ScreenFrame title={t('manage_settings_title')}>
      <LockAfter />
      <ClearClipboard />
      <ChangePassword />
      <PasskeyCard />
      <Clock />
      <Promises />
      <About />
    </ScreenFrame>
  )
}
