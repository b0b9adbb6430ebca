import { useEffect, useRef, useState } from 'preact/hooks'
import { accountInFull } from '@/components/account/account-in-full'
import { hostInSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { RecoveryResult } from '@/utils/messages/contract'
import type { Account } from '@/utils/vault/document'
import { codesLeft } from '@/utils/vault/recovery-code'
import { focusInstead } from '../focus'
import { useServices } from '../services'

/** A recovery code that was filled: the one of this account that was used at this moment. */
export interface FilledCode {
  readonly account: Account
  readonly usedAtMs: number
  /** How many the account has left. */
  readonly left: number
}

interface RecoveryFillProps {
  readonly account: Account
  /** There is no other one of this site, from which it must be told. */
  readonly isOnly: boolean
  /** Its button has the focus at first, so that Enter fills. */
  readonly hasFocus: boolean
  readonly onFilled: (filled: FilledCode) => void
}

/** One recovery code of an account for a page that asks for one: a click is a code. */
export function RecoveryFill({ account, isOnly, hasFocus, onFilled }: RecoveryFillProps) {
  const { site, recovery } = useServices()
  const work = useWork()
  const [miss, setMiss] = useState<Miss | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  const tabId = site.page.value?.tabId
  useEffect(() => {
    if (hasFocus) focusInstead(bar.current?.querySelector('button'))
  }, [])
  const name = accountInFull(account)
  const left = codesLeft(account.recoveryCodes)
  if (tabId === undefined) return null
  if (left === 0) return <Notice tone="warning">{t('recovery_none_left', name)}</Notice>
  const fill = () =>
    work.run(async () => {
      const result = await (await recovery()).fill(tabId, account.id)
      if (result.kind === 'filled') onFilled({ account, ...result })
      else setMiss(result)
    })
  const failure = work.error ?? (miss && missText(miss, name))
  return (
    <>
      {failure && <Notice tone="warning">{failure}</Notice>}
      <div ref={bar}>
        <Button
          variant="primary"
          wide
          icon="keyboard"
          busy={work.busy}
          data-testid="fill-recovery"
          onClick={() => void fill()}
        >
          {isOnly ? t('recovery_fill', left) : t('recovery_fill_of', name, left)}
        </Button>
      </div>
    </>
  )
}

type Miss = Exclude<RecoveryResult, { readonly kind: 'filled' }>

function missText(miss: Miss, name: string): string {
  switch (miss.kind) {
    case 'none-left':
      return t('recovery_none_left', name)
    case 'no-field':
      return t('recovery_no_field')
    case 'other-site':
      return t('fill_other_site', hostInSentence(miss.host))
  }
}
