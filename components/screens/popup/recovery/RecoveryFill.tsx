import { useState } from 'preact/hooks'
import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import { recoveryActions } from '@/components/model/recovery-actions'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { RecoveryResult } from '@/utils/messages/contract'
import type { Account } from '@/utils/vault/document'
import { codesLeft, fewCodesLeft } from '@/utils/vault/recovery-code'
import { useServices } from '../services'

/**
 * One recovery code of an account for a page that asks for one: a click is a code. The popup stays,
 * so that it can be put back.
 */
export function RecoveryFill({ account }: { readonly account: Account }) {
  const services = useServices()
  const { site, recovery } = services
  const work = useWork()
  const [result, setResult] = useState<RecoveryResult | null>(null)
  const { id, recoveryCodes } = account
  const tabId = site.page.value?.tabId
  const left = codesLeft(recoveryCodes)
  if (recoveryCodes === undefined || tabId === undefined) return null
  const fill = () => work.run(async () => setResult(await (await recovery()).fill(tabId, id)))
  const putBack = (usedAtMs: number) =>
    work.run(async () => {
      await recoveryActions(services).putBack(id, usedAtMs)
      setResult(null)
    })
  if (result?.kind === 'filled') {
    const { usedAtMs } = result
    return (
      <Notice
        tone={result.left <= fewCodesLeft ? 'warning' : 'success'}
        title={t('recovery_filled')}
        actions={
          <Button
            icon="undo"
            busy={work.busy}
            data-testid="put-back"
            onClick={() => void putBack(usedAtMs)}
          >
            {t('recovery_put_back')}
          </Button>
        }
      >
        <span data-testid="recovery-left">
          {t('recovery_left', result.left, recoveryCodes.length)}
        </span>{' '}
        {result.left <= fewCodesLeft && t('recovery_few')}
      </Notice>
    )
  }
  return (
    <>
      {(work.error || result) && (
        <Notice tone="warning">{work.error ?? (result && missText(result))}</Notice>
      )}
      <Button
        variant="primary"
        wide
        icon="keyboard"
        busy={work.busy}
        disabled={left === 0}
        data-testid="fill-recovery"
        onClick={() => void fill()}
      >
        {t('recovery_fill', accountTitle(account), left)}
      </Button>
    </>
  )
}

function missText(result: Exclude<RecoveryResult, { readonly kind: 'filled' }>): string {
  switch (result.kind) {
    case 'none-left':
      return t('recovery_none_left')
    case 'no-field':
      return t('recovery_no_field')
    case 'other-site':
      return t('fill_other_site', result.host)
  }
}
