import { t } from '@/components/i18n'
import type { AccountActions } from '@/components/model/account-actions'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { showToast } from '@/components/ui/toasts'
import { failureText, useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { oldersOf } from '@/utils/vault/enrolment'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'
import { accountTitle } from './account-title'
import styles from './EnrolmentCard.module.css'

interface EnrolmentCardProps {
  readonly account: Account
  /** Every account of the vault. */
  readonly accounts: readonly Account[]
  readonly actions: Pick<AccountActions, 'confirm' | 'supersede' | 'keepBoth' | 'restore'>
  /** What is to be done while it is unconfirmed. */
  readonly todo: string
  /** Its name, where it does not stand in a card of its own. */
  readonly title?: string
}

/**
 * What is left to do about an account that came off a set-up page: to have the site take a code of
 * it, then to decide on the one it may supersede. Nothing for one with nothing left.
 */
export function EnrolmentCard({ account, accounts, ...props }: EnrolmentCardProps) {
  if (isUnconfirmed(account)) return <Unconfirmed account={account} {...props} />
  const [older] = oldersOf(account, accounts)
  return older === undefined ? null : <Older account={account} older={older} {...props} />
}

type UnconfirmedProps = Omit<EnrolmentCardProps, 'accounts'>

function Unconfirmed({ account, actions, todo, title }: UnconfirmedProps) {
  const work = useWork()
  const confirm = (): void => void work.run(() => actions.confirm(account.id))
  const words = <span data-testid="unconfirmed">{work.error ?? todo}</span>
  const button = (
    <Button
      variant={title === undefined ? 'bare' : 'quiet'}
      data-testid="enrol-works"
      busy={work.busy}
      onClick={confirm}
    >
      {t('enrol_works')}
    </Button>
  )
  if (title === undefined) {
    return (
      <div class={styles.line} role="status">
        {words}
        {button}
      </div>
    )
  }
  return (
    <Notice title={title} actions={button}>
      {words}
    </Notice>
  )
}

interface OlderProps extends Pick<EnrolmentCardProps, 'account' | 'actions'> {
  readonly older: Account
}

/** The account is set up: whether the older one goes is for the user alone to say. */
function Older({ account, older, actions }: OlderProps) {
  const work = useWork()
  const tell = (failure: unknown): void => showToast(failureText(failure))
  const supersede = async (): Promise<void> => {
    if (!(await work.run(() => actions.supersede(account.id, older.id)))) return
    showToast(t('enrol_older_gone'), {
      label: t('undo'),
      testId: 'undo',
      run: () => void actions.restore(older.id).catch(tell),
    })
  }
  return (
    <Notice
      tone="success"
      title={t('enrol_done', accountTitle(account))}
      actions={
        <>
          <Button data-testid="enrol-supersede" busy={work.busy} onClick={() => void supersede()}>
            {t('enrol_trash_older')}
          </Button>
          <Button
            variant="bare"
            data-testid="enrol-keep"
            onClick={() => void work.run(() => actions.keepBoth(account.id))}
          >
            {t('enrol_keep_older')}
          </Button>
        </>
      }
    >
      <span data-testid="older-account">
        {work.error ?? t('enrol_older', dayOf(older.createdAtMs))}
      </span>
    </Notice>
  )
}

function dayOf(timeMs: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'long' }).format(timeMs)
}
