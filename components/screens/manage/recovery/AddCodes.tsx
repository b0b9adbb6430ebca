import { useState } from 'preact/hooks'
import { CodeList } from '@/components/account/recovery/CodeList'
import { CodesDifference, type How } from '@/components/account/recovery/CodesDifference'
import styles from '@/components/account/recovery/KeepForm.module.css'
import { t } from '@/components/i18n'
import { differenceOf } from '@/components/model/new-codes'
import { recoveryActions } from '@/components/model/recovery-actions'
import { Button } from '@/components/ui/Button'
import { TextArea } from '@/components/ui/TextArea'
import { useWork } from '@/components/ui/use-work'
import { readRecoveryCodes } from '@/utils/recovery/read-codes'
import type { Account } from '@/utils/vault/document'
import { useServices } from '../services'

interface AddCodesProps {
  readonly account: Account
  readonly onKept: () => void
}

/** Codes that are pasted or typed; what is taken out of the text is shown before it is kept. */
export function AddCodes({ account, onKept }: AddCodesProps) {
  const services = useServices()
  const [text, setText] = useState('')
  const [chosen, setHow] = useState<How | null>(null)
  const work = useWork()
  const codes = readRecoveryCodes(text)
  const difference = differenceOf(codes, account)
  const how = chosen ?? 'add'
  const keep = async (event: Event) => {
    event.preventDefault()
    if (codes.length === 0) return
    const { keep } = recoveryActions(services)
    if (!(await work.run(() => keep(account.id, codes, how)))) return
    setText('')
    onKept()
  }
  return (
    <form class={styles.form} onSubmit={keep}>
      <TextArea
        label={t('recovery_paste')}
        hint={t('recovery_paste_hint')}
        error={work.error}
        data-testid="paste-recovery"
        mono
        value={text}
        onValue={setText}
      />
      {codes.length > 0 && (
        <>
          <CodeList codes={codes} />
          {difference.older > 0 && (
            <CodesDifference difference={difference} how={how} onHow={setHow} />
          )}
          <div>
            <Button variant="primary" type="submit" busy={work.busy} data-testid="keep-recovery">
              {t('recovery_keep')}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
