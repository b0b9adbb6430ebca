import type { OtpAccount, OtpParameters } from './parameters'
import { encodePercent } from './percent'

/**
 * Writes `account` as a Key URI that the strict readers understand too: spaces as %20, the issuer
 * both before the label and as a parameter, every parameter spelled out. The result holds the
 * secret: never log it.
 */
export function toOtpauthUri(account: OtpAccount): string {
  const { parameters, issuer } = account
  const values = {
    secret: parameters.secretBase32,
    ...(issuer === '' ? {} : { issuer }),
    ...codeValues(parameters),
  }
  const query = Object.entries(values).map(([name, value]) => `${name}=${encodePercent(value)}`)
  return `otpauth://${parameters.type}/${writeName(account)}?${query.join('&')}`
}

/** An empty issuer keeps its colon if the label has one: it would be read as a prefix. */
function writeName({ issuer, label }: OtpAccount): string {
  const hasPrefix = issuer !== '' || label.includes(':')
  return `${hasPrefix ? `${encodePercent(issuer)}:` : ''}${encodePercent(label)}`
}

function codeValues(parameters: OtpParameters): Readonly<Record<string, string>> {
  if (parameters.type === 'steam') return {}
  const { algorithm, digits } = parameters
  return {
    algorithm,
    digits: `${digits}`,
    ...(parameters.type === 'totp'
      ? { period: `${parameters.period}` }
      : { counter: `${parameters.counter}` }),
  }
}
