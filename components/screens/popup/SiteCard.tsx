import { useEffect, useRef } from 'preact/hooks'
import { AccountHead } from '@/components/account/AccountHead'
import { useAccountCode } from '@/components/account/use-account-code'
import { useCopy } from '@/components/account/use-copy'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { IconButton } from '@/components/ui/IconButton'
import { Notice } from '@/components/ui/Notice'
import type { Account } from '@/utils/vault/document'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import { AccountButtons } from './AccountButtons'
import { focusIfNothingIs, focusInstead } from './focus'
import { lazy } from './lazy'
import { hasLead } from './lead'
import styles from './SiteCard.module.css'
import { useServices } from './services'
import { type Filling, useFill } from './use-fill'

const EnrolmentNotice = lazy(async () => (await import('./EnrolmentNotice')).EnrolmentNotice)
const FillMissNotice = lazy(async () => (await import('./FillMissNotice')).FillMissNotice)
const FillWaitNotice = lazy(async () => (await import('./FillWaitNotice')).FillWaitNotice)

interface SiteCardProps {
  readonly account: Account
  /** Whether its site lets codes be filled at all. */
  readonly mayFill: boolean
  /** The first of the page: its button stands out and has the focus, so that Enter fills. */
  readonly first: boolean
  /** The frame of another site that it is for; missing: the page itself. */
  readonly frame?: string
  /** Filled with no further click; the popup stays, for there is more to decide. */
  readonly atOnce: boolean
}

/** An account of the page in front: its code, filling it, copying it. */
export function SiteCard({ account, mayFill, first, frame, atOnce }: SiteCardProps) {
  const { clock, takeCounter, copy, site } = useServices()
  const code = useAccountCode(account, clock, takeCounter)
  const copying = useCopy(code.take, copy)
  const filling = useFill(account.id, atOnce)
  const bar = useRef<HTMLDivElement>(null)
  const host = frame ?? site.page.value?.host ?? ''
  useEffect(() => {
    if (!first) return
    const focus = hasLead() ? focusIfNothingIs : focusInstead
    focus(bar.current?.querySelector('button'))
  }, [first])
  useEffect(() => {
    if (atOnce) void filling.fill()
  }, [atOnce])
  return (
    <article class={styles.card} data-testid="account-row" data-account-id={account.id}>
      <AccountHead account={account} code={code} copied={copying.copied} layout="card" />
      {account.enrolment && <EnrolmentNotice account={account} />}
      {filling.failure && <Notice tone="warning">{filling.failure}</Notice>}
      {filling.miss && (
        <FillMissNotice account={account} miss={filling.miss} host={host} filling={filling} />
      )}
      {filling.wait && (
        <FillWaitNotice
          wait={filling.wait}
          forMs={filling.wait.untilMs - clock.value}
          busy={filling.busy}
          onInsist={() => void filling.insist()}
        />
      )}
      <div class={styles.bar} ref={bar}>
        {mayFill ? (
          <FillButton account={account} filling={filling} leads={first} nowMs={clock.value} />
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

interface FillButtonProps {
  readonly account: Account
  readonly filling: Filling
  /** It stands out unless something goes before it: see [Note: One thing to do]. */
  readonly leads: boolean
  readonly nowMs: number
}

function FillButton({ account, filling, leads, nowMs }: FillButtonProps) {
  const { filled, busy, wait } = filling
  const { refused } = useServices().site
  const counts = wait !== null && !wait.isLong
  const words = (): string => {
    if (filled) return t('fill_done')
    if (counts) return t('fill_in', Math.max(1, Math.ceil((wait.untilMs - nowMs) / 1000)))
    if (refused.value) return t('fill_anyway')
    const isNew = isUnconfirmed(account) && account.enrolment?.filledAtMs === undefined
    return t(isNew ? 'enrol_fill' : 'fill_code')
  }
  return (
    <Button
      variant={leads && filling.miss === null && !hasLead() ? 'primary' : 'quiet'}
      wide
      busy={busy || counts}
      icon={filled ? 'check' : 'keyboard'}
      data-testid="fill-code"
      onClick={() => void filling.fill()}
    >
      {words()}
    </Button>
  )
}
