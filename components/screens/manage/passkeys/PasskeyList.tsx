import { useState } from 'preact/hooks'
import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Icon } from '@/components/ui/Icon'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { useServices } from '../services'
import styles from './PasskeyList.module.css'
import { RemovePasskey } from './RemovePasskey'

interface PasskeyListProps {
  readonly questions: readonly PasskeyQuestion[]
}

/** Every passkey that opens the vault, by the name it was given. */
export function PasskeyList({ questions }: PasskeyListProps) {
  const { model } = useServices()
  const [leaving, setLeaving] = useState<string | null>(null)
  if (questions.length === 0) return null
  const named = model.document.value?.passkeys ?? []
  const nameOf = (credential: string) =>
    named.find((passkey) => passkey.credential === credential)?.name ?? t('manage_passkey_unnamed')
  return (
    <>
      <ul class={styles.list}>
        {questions.map(({ credential }) => (
          <li key={credential} data-testid="passkey-row">
            <Icon name="key" />
            <div class={styles.words}>
              <SafeText class={styles.name} text={nameOf(credential)} />
              <Added atMs={named.find((each) => each.credential === credential)?.createdAtMs} />
            </div>
            <Button data-testid="remove-passkey" onClick={() => setLeaving(credential)}>
              {t('manage_passkey_remove')}
            </Button>
          </li>
        ))}
      </ul>
      {leaving !== null && (
        <RemovePasskey
          credential={leaving}
          name={nameOf(leaving)}
          questions={questions}
          onClose={() => setLeaving(null)}
        />
      )}
    </>
  )
}

function Added({ atMs }: { readonly atMs: number | undefined }) {
  if (atMs === undefined) return null
  const date = new Date(atMs).toLocaleDateString(undefined, { dateStyle: 'medium' })
  return <span class={styles.added}>{t('manage_passkey_added', date)}</span>
}
