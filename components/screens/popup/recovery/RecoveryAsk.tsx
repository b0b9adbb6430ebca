import { useState } from 'preact/hooks'
import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import { recoveryActions } from '@/components/model/recovery-actions'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { codesLeft, fewCodesLeft } from '@/utils/vault/recovery-code'
import { useServices } from '../services'
import { type FilledCode, RecoveryFill } from './RecoveryFill'

interface RecoveryAskProps {
  readonly accounts: readonly Account[]
  /** In the card of an account, whose own button has the focus. */
  readonly below?: boolean
}

/**
 * What stands where the page asks for a recovery code: that it does, and a click for one code of
 * each account that has some. The popup stays after it, so that the code can be put back.
 */
export function RecoveryAsk({ accounts, below = false }: RecoveryAskProps) {
  const [filled, setFilled] = useState<FilledCode | null>(null)
  if (filled !== null) return <Filled filled={filled} onPutBack={() => setFilled(null)} />
  const keepers = accounts.filter(({ recoveryCodes }) => recoveryCodes !== undefined)
  const first = keepers.find(({ recoveryCodes }) => codesLeft(recoveryCodes) > 0)
  return (
    <>
      <Notice>
        <span data-testid="page-asks">{t(first ? 'recovery_prompt' : 'fill_prompt_recovery')}</span>
      </Notice>
      {keepers.map((account) => (
        <RecoveryFill
          key={account.id}
          account={account}
          isOnly={accounts.length === 1}
          hasFocus={!below && account === first}
          onFilled={setFilled}
        />
      ))}
    </>
  )
}

interface FilledProps {
  readonly filled: FilledCode
  readonly onPutBack: () => void
}

/** A code was filled: how many are left, and the way back. */
function Filled({ filled: { account, usedAtMs, left }, onPutBack }: FilledProps) {
  const services = useServices()
  const work = useWork()
  const isFew = left <= fewCodesLeft
  const putBack = async () => {
    const { putBack } = recoveryActions(services)
    if (await work.run(() => putBack(account.id, usedAtMs))) onPutBack()
  }
  return (
    <Notice
      tone={isFew ? 'warning' : 'success'}
      title={t('recovery_filled')}
      actions={
        <Button icon="undo" busy={work.busy} data-testid="put-back" onClick={() => void putBack()}>
          {t('recovery_put_back')}
        </Button>
      }
    >
      <span data-testid="recovery-left">
        {t('recovery_left_of', accountTitle(account), left, account.recoveryCodes?.length ?? left)}
      </span>
      {isFew && ` ${t('recovery_few')}`}
      {work.error && ` ${work.error}`}
    </Notice>
  )
}
