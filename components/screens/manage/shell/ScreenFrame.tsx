import type { ComponentChildren } from 'preact'
import styles from './ScreenFrame.module.css'

interface ScreenFrameProps {
  readonly title: string
  readonly lead?: ComponentChildren
  /** Buttons that stand beside the title. */
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/** A screen: its title, a sentence about it, and its matters one below the other. */
export function ScreenFrame({ title, lead, actions, children }: ScreenFrameProps) {
  return (
    <div class={styles.screen}>
      <header class={styles.head}>
        <div class={styles.words}>
          <h1>{title}</h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div class={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
