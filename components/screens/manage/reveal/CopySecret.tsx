import { useState } from 'preact/hooks'
import { copiedText } from '@/components/account/copied-text'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { failureText } from '@/components/ui/use-work'
import { useServices } from '../services'
import styles from './Secret.module.css'

interface CopySecretProps {
  readonly secretBase32: string
  readonly uri: string
}

/** Copying the secret, or the link that says all. A dialog covers toasts: it is told here. */
export function CopySecret({ secretBase32, uri }: CopySecretProps) {
  const { copy } = useServices()
  const [said, setSaid] = useState('')
  const run = async (text: string) => setSaid(await copy(text).then(copiedText, failureText))
  return (
    <div>
      <div class={styles.actions}>
        <Button icon="copy" data-testid="copy-secret" onClick={() => void run(secretBase32)}>
          {t('manage_reveal_copy_secret')}
        </Button>
        <Button icon="copy" data-testid="copy-link" onClick={() => void run(uri)}>
          {t('manage_reveal_copy_link')}
        </Button>
      </div>
      <p class={styles.said} role="status" data-testid="copied">
        {said}
      </p>
    </div>
  )
}
