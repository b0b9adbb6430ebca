/** What a file is for, as its name says it. */
export type FileKind = 'sixpence' | 'aegis' | 'otpauth'

const kinds: Record<FileKind, { readonly name: string; readonly ending: string }> = {
  sixpence: { name: 'backup', ending: 'json' },
  aegis: { name: 'aegis', ending: 'json' },
  otpauth: { name: 'otpauth', ending: 'txt' },
}

/** Two digits at least. */
function padded(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * The name to offer for a backup made at `date`, in local time:
 * "sixpence-backup-YYYYMMDD-HHmmss.json", with "-plain-" in the one that anybody can read.
 */
export function filename(
  date: Date,
  variant: 'sealed' | 'plain',
  format: FileKind = 'sixpence',
): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(padded).join('')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(padded).join('')
  const { name, ending } = kinds[format]
  const kind = variant === 'plain' ? `${name}-plain` : name
  return `sixpence-${kind}-${day}-${time}.${ending}`
}
