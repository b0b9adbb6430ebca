/** Pieces of a code for the eye: "123 456", "1234 5678"; a short or lettered code stays whole. */
export function codeGroups(code: string): readonly string[] {
  if (code.length < 6 || !/^\d+$/.test(code)) return [code]
  const size = code.length % 3 === 0 ? 3 : code.length % 4 === 0 ? 4 : Math.ceil(code.length / 2)
  const groups: string[] = []
  for (let at = 0; at < code.length; at += size) groups.push(code.slice(at, at + size))
  return groups
}
