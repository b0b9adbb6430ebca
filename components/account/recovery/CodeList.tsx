import styles from './CodeList.module.css'

/** Recovery codes to look over before they are kept. */
export function CodeList({ codes }: { readonly codes: readonly string[] }) {
  const longest = Math.max(...codes.map(({ length }) => length))
  return (
    <ul
      class={styles.codes}
      data-testid="recovery-codes"
      translate={false}
      style={{ '--longest': `${longest}ch` }}
    >
      {codes.map((code) => (
        <li key={code}>
          <bdi>{code}</bdi>
        </li>
      ))}
    </ul>
  )
}
