import type { ComponentChildren } from 'preact'
import styles from './Radio.module.css'

interface RadioProps {
  readonly label: ComponentChildren
  /** What the choices that exclude each other have in common. */
  readonly name: string
  readonly checked: boolean
  readonly 'data-testid': string
  readonly onChoose: () => void
}

/** One of several choices. The whole line can be clicked. */
export function Radio({ label, onChoose, ...rest }: RadioProps) {
  return (
    <label class={styles.choice}>
      <input {...rest} type="radio" onChange={onChoose} />
      {label}
    </label>
  )
}
