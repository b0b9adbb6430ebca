import styles from './Mark.module.css'

/** The product's coin, beside its name or above a heading. `size` is in rem. */
export function Mark({ size = 2 }: { readonly size?: number }) {
  const file = size <= 2 ? '/icons/mark-small.svg' : '/icons/mark.svg'
  return <img class={styles.mark} src={file} alt="" style={{ inlineSize: `${size}rem` }} />
}
