import { t } from '@/components/i18n'
import { useServices } from '../services'
import styles from './Secret.module.css'

/**
 * A secret in groups of four. The gaps are drawn, not written; what is selected and copied by hand
 * is taken off the clipboard again like everything else.
 */
export function SecretText({ secretBase32 }: { readonly secretBase32: string }) {
  const { copy } = useServices()
  return (
    <div>
      <h3 class={styles.label}>{t('form_secret')}</h3>
      <p
        class={styles.text}
        data-testid="secret"
        translate={false}
        onCopy={(event) => {
          event.preventDefault()
          void copy(String(getSelection()).replace(/\s/g, ''))
        }}
      >
        {(secretBase32.match(/.{1,4}/g) ?? []).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
    </div>
  )
}
