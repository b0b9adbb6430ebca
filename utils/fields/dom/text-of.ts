/**
 * The text of a node, or its start: reading ends once there are more than `most` characters. What
 * stands before a field may be large.
 */
export function textOf(node: Node | null, most: number): string {
  if (node === null) return ''
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  let text = ''
  for (let at: Node | null = node; at !== null && text.length <= most; at = walker.nextNode()) {
    if (at.nodeType === Node.TEXT_NODE) text = (text + at.nodeValue).trimStart()
  }
  return text.trim()
}
