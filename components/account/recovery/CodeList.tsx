import styles from './CodeList.module.css'

/** Recovery codes to look over before they are kept. */
export function CodeList({ codes }: { readonly codes: readonly string[] }) {
  return (
    <ul class={styles.codes} data-testid="recovery-codes" translate={false}>
      {codes.map((code) => (
        <li key={code}>
          <bdi>{code}</bdi>
        </li>
      ))}
    </ul>
  )
}
