import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { classes } from './classes'
import styles from './FocusedPart.module.css'

interface FocusedPartProps {
  readonly class?: string | undefined
  readonly 'data-testid'?: string
  readonly children: ComponentChildren
}

/** What people use, and what keeps the focus for that. */
const controls = 'a, button, input, select, textarea, summary'

/**
 * What comes in place of what was used last: it is brought into view, and reading goes on there,
 * unless the focus is on something else that is used.
 */
export function FocusedPart({ class: look, children, ...attributes }: FocusedPartProps) {
  const part = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Of one that is taller than the window the browser would show the end.
    const isAbove = (part.current?.getBoundingClientRect().top ?? 0) < 0
    part.current?.scrollIntoView({ block: isAbove ? 'start' : 'nearest' })
    const isFree = !document.activeElement?.matches(controls)
    if (isFree) part.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={part} tabIndex={-1} class={classes(styles.part, look)} {...attributes}>
      {children}
    </div>
  )
}
