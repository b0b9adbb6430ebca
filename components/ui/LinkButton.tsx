import type { ComponentChildren } from 'preact'
import button from './Button.module.css'
import { classes } from './classes'
import { Icon } from './Icon'
import type { IconName } from './icon-paths'
import styles from './LinkButton.module.css'

interface LinkButtonProps {
  readonly href: string
  readonly variant?: 'primary' | 'quiet'
  readonly icon?: IconName
  readonly children: ComponentChildren
}

/** A link that looks like a button: it goes to another screen. */
export function LinkButton({ href, variant = 'quiet', icon, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} href={href} class={classes(button.button, button[variant], styles.link)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
