import type { ButtonHTMLAttributes } from 'preact'
import { Icon } from './Icon'
import styles from './IconButton.module.css'
import type { IconName } from './icon-paths'

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'icon' | 'label'> {
  readonly icon: IconName
  /** Its name: read aloud, and shown as a tooltip. */
  readonly label: string
}

/** A button that is only a drawing, always with a name. */
export function IconButton({ icon, label, ...rest }: IconButtonProps) {
  return (
    <button type="button" title={label} aria-label={label} {...rest} class={styles.button}>
      <Icon name={icon} />
    </button>
  )
}
