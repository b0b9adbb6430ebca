/** A look that is taken when it is first asked for, and only then. */
export function once<T>(look: () => T): () => T {
  let seen: { readonly value: T } | null = null
  return () => {
    seen ??= { value: look() }
    return seen.value
  }
}
