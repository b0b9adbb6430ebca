import type { Bytes } from '@/utils/bytes/bytes'

/** Long enough for the browser to have taken the bytes. */
const releaseAfterMs = 60_000

/** Hands a file to the browser's downloads. */
export function saveFile(name: string, bytes: Bytes): void {
  const type = name.endsWith('.txt') ? 'text/plain' : 'application/json'
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), releaseAfterMs)
}
