import { useState } from 'preact/hooks'
import { copiedText } from '@/components/account/copied-text'
import { t } from '@/components/i18n'
import { recoveryActions } from '@/components/model/recovery-actions'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { IconButton } from '@/components/ui/IconButton'
import { Notice } from '@/components/ui/Notice'
import { failureText, useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { codesLeft, fewCodesLeft, type RecoveryCode } from '@/utils/vault/recovery-code'
import { useServices } from '../services'
import styles from './RecoveryDialog.module.css'

/** The codes, to be copied and ticked off, and the way to be rid of them. */
export function CodeRows({ account }: { readonly account: Account }) {
  const services = useServices()
  const actions = recoveryActions(services)
  const work = useWork()
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<readonly RecoveryCode[] | null>(null)
  const { id, recoveryCodes: codes = [] } = account
  const left = codesLeft(codes)
  const copy = async (code: string) =>
    setSaid(await services.copy(code).then(copiedText, failureText))
  const remove = () =>
    work.run(async () => {
      await actions.put(id, [])
      setRemoved(codes)
    })
  const bringBack = () =>
    work.run(async () => {
      await actions.put(id, removed ?? [])
      setRemoved(null)
    })
  if (codes.length === 0) {
    return removed && <Removed busy={work.busy} onUndo={() => void bringBack()} />
  }
  return (
    <>
      <p class={styles.left} data-testid="recovery-left">
        {t('recovery_left', left, codes.length)}
      </p>
      {left <= fewCodesLeft && <Notice tone="warning">{t('recovery_few')}</Notice>}
      <ul class={styles.rows} data-testid="recovery-list">
        {codes.map((each) => (
          <li key={each.code} class={styles.row}>
            <Checkbox
              label={<CodeText code={each} />}
              data-testid="recovery-used"
              checked={each.usedAtMs !== null}
              onValue={(isUsed) => void work.run(() => actions.mark(id, each.code, isUsed))}
            />
            <IconButton
              icon="copy"
              label={t('copy_code')}
              data-testid="copy-recovery"
              onClick={() => void copy(each.code)}
            />
          </li>
        ))}
      </ul>
      {work.error && <Notice tone="error">{work.error}</Notice>}
      <div class={styles.actions}>
        <Button icon="trash" data-testid="remove-recovery" onClick={() => void remove()}>
          {t('recovery_remove')}
        </Button>
        <span class={styles.said} role="status">
          {said}
        </span>
      </div>
    </>
  )
}

function CodeText({ code: { code, usedAtMs } }: { readonly code: RecoveryCode }) {
  return (
    <bdi class={usedAtMs === null ? styles.code : `${styles.code} ${styles.used}`}>
      {code}
      {usedAtMs !== null && <span class="visually-hidden"> {t('recovery_used')}</span>}
    </bdi>
  )
}

/** A dialog covers toasts: the way back stands here. */
function Removed({ busy, onUndo }: { readonly busy: boolean; readonly onUndo: () => void }) {
  return (
    <Notice
      actions={
        <Button icon="undo" busy={busy} data-testid="undo-remove" onClick={onUndo}>
          {t('undo')}
        </Button>
      }
    >
      {t('recovery_removed')}
    </Notice>
  )
}
