/** Group sizes by the length of a code; what is not listed stays in one piece. */
const groupSizes: Readonly<Record<number, readonly number[]>> = {
  6: [3, 3],
  7: [3, 4],
  8: [4, 4],
  9: [3, 3, 3],
  10: [5, 5],
}

/** The pieces of `code` that people read at a glance: '123456' is '123' and '456'. */
export function codeGroups(code: string): readonly string[] {
  let offset = 0
  return (groupSizes[code.length] ?? [code.length]).map((size) => {
    offset += size
    return code.slice(offset - size, offset)
  })
}

/** `code` for display, its groups parted by a space: '123 456'. Never copy or fill this form. */
export function formatCode(code: string): string {
  return codeGroups(code).join(' ')
}
