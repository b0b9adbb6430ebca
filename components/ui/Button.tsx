import type { ButtonHTMLAttributes, ComponentChildren } from 'preact'
import styles from './Button.module.css'
import { classes } from './classes'
import { Icon } from './Icon'
import type { IconName } from './icon-paths'
import { Spinner } from './Spinner'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `primary`: the one thing to do here. `quiet` (default): the rest. `bare`: within text or rows. */
  readonly variant?: 'primary' | 'quiet' | 'danger' | 'bare'
  /** Working: keeps its place and the focus, and takes no further clicks. */
  readonly busy?: boolean
  /** Fills the line it stands in. */
  readonly wide?: boolean
  readonly icon?: IconName
  readonly children?: ComponentChildren
}

function swallow(event: Event) {
  event.preventDefault()
  event.stopPropagation()
}

/** A button with words. `type` is `button` unless said otherwise. */
export function Button(props: ButtonProps) {
  const { variant = 'quiet', busy = false, wide = false, icon, children, ...rest } = props
  const look = classes(styles.button, styles[variant], wide && styles.wide)
  return (
    <button
      type="button"
      {...rest}
      class={look}
      aria-busy={busy}
      {...(busy ? { onClick: swallow, 'aria-disabled': true } : {})}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}
