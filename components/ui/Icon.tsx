import styles from './Icon.module.css'
import { type IconName, iconPaths } from './icon-paths'

interface IconProps {
  readonly name: IconName
  /** What it says to those who cannot see it. Left out: decoration beside words. */
  readonly label?: string
}

/** A line drawing the size of the text's control, in the colour of the text. */
export function Icon({ name, label }: IconProps) {
  if (!label) {
    return (
      <svg class={styles.icon} viewBox="0 0 20 20" aria-hidden="true">
        <path d={iconPaths[name]} />
      </svg>
    )
  }
  return (
    <svg class={styles.icon} viewBox="0 0 20 20" role="img" aria-label={label}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
