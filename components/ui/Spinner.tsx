import styles from './Spinner.module.css'

/** Something is being worked on. `label` says what, for screen readers. */
export function Spinner({ label }: { readonly label?: string }) {
  return (
    <span class={styles.spinner} role="status">
      <span class="visually-hidden">{label}</span>
    </span>
  )
}
