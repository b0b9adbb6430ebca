import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { PasskeyUnlock } from './use-passkey-unlock'

/** The way in beside the password, and why it did not work. */
export function PasskeyButton({ work, run }: PasskeyUnlock) {
  return (
    <>
      <Button icon="key" wide busy={work.busy} data-testid="unlock-passkey" onClick={run}>
        {t('unlock_passkey')}
      </Button>
      {work.error && <Notice tone="error">{work.error}</Notice>}
    </>
  )
}
