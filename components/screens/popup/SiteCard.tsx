import { useEffect, useRef } from 'preact/hooks'
import { AccountHead } from '@/components/account/AccountHead'
import { useAccountCode } from '@/components/account/use-account-code'
import { useCopy } from '@/components/account/use-copy'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { IconButton } from '@/components/ui/IconButton'
import { Notice } from '@/components/ui/Notice'
import type { Account } from '@/utils/vault/document'
import { AccountButtons } from './AccountButtons'
import { focusIfNothingIs } from './focus'
import styles from './SiteCard.module.css'
import { useServices } from './services'
import { useFill } from './use-fill'

interface SiteCardProps {
  readonly account: Account
  /** Whether its site lets codes be filled at all. */
  readonly mayFill: boolean
  /** The first of the page: its button has the focus, so that Enter fills. */
  readonly first: boolean
}

/** An account of the page in front: its code, filling it, copying it. */
export function SiteCard({ account, mayFill, first }: SiteCardProps) {
  const { clock, takeCounter, copy } = useServices()
  const code = useAccountCode(account, clock, takeCounter)
  const copying = useCopy(code.take, copy)
  const filling = useFill(account.id)
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (first) focusIfNothingIs(bar.current?.querySelector('button'))
  }, [first])
  return (
    <article class={styles.card} data-testid="account-row" data-account-id={account.id}>
      <AccountHead account={account} code={code} copied={copying.copied} layout="card" />
      {filling.failure && <Notice tone="warning">{filling.failure}</Notice>}
      <div class={styles.bar} ref={bar}>
        {mayFill ? (
          <Button
            variant="primary"
            wide
            busy={filling.busy}
            icon={filling.filled ? 'check' : 'keyboard'}
            data-testid="fill-code"
            onClick={() => void filling.fill()}
          >
            {t(filling.filled ? 'fill_done' : 'fill_code')}
          </Button>
        ) : (
          <span class={styles.never}>{t('fill_never')}</span>
        )}
        <IconButton
          icon="copy"
          label={t('copy_code')}
          data-testid="copy-code"
          onClick={() => void copying.run()}
        />
        <AccountButtons account={account} />
      </div>
    </article>
  )
}
