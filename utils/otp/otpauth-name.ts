import { type OtpauthWarning, warning } from './otpauth-warning'
import { decodePercent } from './percent'

/** Who issued an account and whose it is, as an otpauth URI tells. */
export interface OtpauthName {
  readonly issuer: string
  readonly label: string
  readonly warnings: readonly OtpauthWarning[]
}

/**
 * Reads the label of an otpauth URI, still percent-encoded, beside its issuer parameter ('': none).
 * The parameter is the issuer. A prefix of the label that says the same is dropped; one that says
 * something else stays visible in the label.
 */
export function parseName(rawLabel: string, issuerParameter: string): OtpauthName {
  const [prefix, rest] = splitAtColon(rawLabel)
  if (issuerParameter === '') return { issuer: prefix, label: rest, warnings: [] }
  const issuer = issuerParameter
  const whole = decodePercent(rawLabel).trim()
  const label = withoutPrefix(whole, issuer) ?? (prefix === '' ? rest : null)
  if (label !== null) return { issuer, label, warnings: [] }
  return { issuer, label: whole, warnings: [warning('issuer-differs', { issuer, prefix })] }
}

/** Splits at the first literal colon, else at the first encoded one; no colon: no prefix. */
function splitAtColon(rawLabel: string): readonly [prefix: string, rest: string] {
  const source = rawLabel.includes(':') ? rawLabel : decodePercent(rawLabel)
  const decode = source === rawLabel ? decodePercent : (text: string) => text
  const colon = source.indexOf(':')
  return [
    decode(source.slice(0, Math.max(colon, 0))).trim(),
    decode(source.slice(colon + 1)).trim(),
  ]
}

/** What follows `issuer:` in `label`, whatever the case and however the spaces are written. */
function withoutPrefix(label: string, issuer: string): string | null {
  if (fold(label.slice(0, issuer.length)) !== fold(issuer)) return null
  const rest = label.slice(issuer.length).trimStart()
  return rest.startsWith(':') ? rest.slice(1).trim() : null
}

function fold(name: string): string {
  return name.replaceAll('+', ' ').toLowerCase()
}
