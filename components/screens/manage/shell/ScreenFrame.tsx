import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import styles from './ScreenFrame.module.css'
import { useTitle } from './use-title'

interface ScreenFrameProps {
  readonly title: string
  readonly lead?: ComponentChildren
  /** Buttons that stand beside the title. */
  readonly actions?: ComponentChildren
  readonly children: ComponentChildren
}

/**
 * A screen: its title, a sentence about it, and its matters one below the other. When it comes up,
 * reading starts at its title.
 */
export function ScreenFrame({ title, lead, actions, children }: ScreenFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useTitle(title)
  useLayoutEffect(() => {
    scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div class={styles.screen}>
      <header class={styles.head}>
        <div class={styles.words}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead && <p>{lead}</p>}
        </div>
        {actions && <div class={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
