import type { ComponentChildren } from 'preact'
import { Icon } from './Icon'
import type { IconName } from './icon-paths'
import styles from './Notice.module.css'

type Tone = 'info' | 'success' | 'warning' | 'error'

interface NoticeProps {
  readonly tone?: Tone
  readonly title?: string
  readonly children?: ComponentChildren
  /** Buttons below the words. */
  readonly actions?: ComponentChildren
}

const icons: Record<Tone, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
}

/** What happened and what to do next, in the flow of the page. Errors are read out at once. */
export function Notice({ tone = 'info', title, children, actions }: NoticeProps) {
  const isError = tone === 'error'
  return (
    <div
      class={`${styles.notice} ${styles[tone]}`}
      role={isError ? 'alert' : 'status'}
      data-testid={isError ? 'error' : 'notice'}
    >
      <Icon name={icons[tone]} />
      <div class={styles.body}>
        {title && <strong class={styles.title}>{title}</strong>}
        {children && <div>{children}</div>}
        {actions && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
