import type { ComponentChildren } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import styles from './SubScreen.module.css'

interface SubScreenProps {
  readonly title: string
  readonly onBack: () => void
  readonly children: ComponentChildren
}

/** A screen above the accounts. Escape and the arrow go back; the popup stays. */
export function SubScreen({ title, onBack, children }: SubScreenProps) {
  useLayoutEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onBack()
    }
    // From the first drawing on, and on the window: nothing has the focus when a screen is new.
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [onBack])
  return (
    <main class={styles.screen}>
      <header class={styles.head}>
        <IconButton icon="back" label={t('back')} data-testid="back" onClick={onBack} />
        <h1 class={styles.title}>{title}</h1>
      </header>
      {children}
    </main>
  )
}
