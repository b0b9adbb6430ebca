import type { ComponentChildren } from 'preact'
import styles from './Group.module.css'

interface GroupProps {
  readonly title: string
  /** Nothing is shown for none. */
  readonly count: number
  readonly tools?: ComponentChildren
  readonly children: ComponentChildren
}

/** Found entries of one kind. Long ones scroll. */
export function Group({ title, count, tools, children }: GroupProps) {
  if (count === 0) return null
  return (
    <section class={styles.group}>
      <header>
        <h3>{title}</h3>
        {tools}
      </header>
      <ul>{children}</ul>
    </section>
  )
}
