import type { ComponentChildren } from 'preact'
import styles from './EmptyState.module.css'
import { Icon } from './Icon'
import type { IconName } from './icon-paths'

interface EmptyStateProps {
  readonly icon: IconName
  readonly title: string
  /** What to do about it. */
  readonly children?: ComponentChildren
  readonly actions?: ComponentChildren
}

/** Nothing here yet: says why, and what to do next. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div class={styles.empty}>
      <span class={styles.coin}>
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {children && <p class={styles.text}>{children}</p>}
      {actions && <div class={styles.actions}>{actions}</div>}
    </div>
  )
}
