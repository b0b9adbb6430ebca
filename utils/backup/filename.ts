/** Two digits at least. */
function padded(value: number): string {
  return String(value).padStart(2, '0')
}

/**
 * The name to offer for a backup made at `date`, in local time:
 * "sixpence-backup-YYYYMMDD-HHmmss.json", with "-plain-" in the one that anybody can read.
 */
export function filename(date: Date, variant: 'sealed' | 'plain'): string {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(padded).join('')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(padded).join('')
  const kind = variant === 'plain' ? 'backup-plain' : 'backup'
  return `sixpence-${kind}-${day}-${time}.json`
}
