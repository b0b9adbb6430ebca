import type { ComponentChildren } from 'preact'
import styles from './Card.module.css'
import { classes } from './classes'

interface CardProps {
  readonly title?: string
  /** One or two sentences below the title. */
  readonly text?: ComponentChildren
  /** `danger`: what is done here cannot be undone. */
  readonly tone?: 'plain' | 'danger'
  readonly children?: ComponentChildren
}

/** A surface that holds one matter. */
export function Card({ title, text, tone = 'plain', children }: CardProps) {
  return (
    <section class={classes(styles.card, tone === 'danger' && styles.danger)}>
      {title && (
        <header class={styles.head}>
          <h2>{title}</h2>
          {text && <p>{text}</p>}
        </header>
      )}
      {children}
    </section>
  )
}
