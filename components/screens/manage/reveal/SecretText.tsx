import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { failureText } from '@/components/ui/use-work'
import { useServices } from '../services'
import styles from './Secret.module.css'

/**
 * A secret in groups of four. The gaps are drawn, not written; what is selected and copied by hand
 * is taken off the clipboard again like everything else, wherever the selection began.
 */
export function SecretText({ secretBase32 }: { readonly secretBase32: string }) {
  const { copy } = useServices()
  const [failure, setFailure] = useState('')
  const text = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => {
    const take = (event: Event) => {
      const selected = text.current && selectedWith(text.current)
      if (selected === null) return
      event.preventDefault()
      void copy(selected)
        .then(() => '', failureText)
        .then(setFailure)
    }
    document.addEventListener('copy', take)
    return () => document.removeEventListener('copy', take)
  }, [copy])
  return (
    <div>
      <h3 class={styles.label}>{t('form_secret')}</h3>
      <p ref={text} class={styles.text} data-testid="secret" translate={false}>
        {(secretBase32.match(/.{1,4}/g) ?? []).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      {failure !== '' && (
        <p class={styles.failure} role="alert" data-testid="copy-failure">
          {failure}
        </p>
      )}
    </div>
  )
}

/** What is selected, if anything of the secret is: without gaps where it is nothing else. */
function selectedWith(secret: Element): string | null {
  const selection = getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  if (range === null || range.collapsed || !range.intersectsNode(secret)) return null
  const isInside = secret.contains(range.commonAncestorContainer)
  return isInside ? String(selection).replace(/\s/g, '') : String(selection)
}
