/** Words that say who runs a service, or what the entry is for, not which service it is. */
const empty =
  /(?:[\s,.]+(?:inc|incorporated|llc|ltd|limited|gmbh|corp|corporation|co|ag|plc|s\.?a|account|accounts|login|2fa|mfa|otp|totp|2-step|two-factor))+\.?$/i

/** What tells customers or devices of one service apart: "1A:2B", "#12345", "123456789012". */
const identifier = /\s+[#(]?(?=[^\s]*\d)[0-9a-f:.#-]{2,}\)?$/i

/** A name as compared: letters and digits only, without case and accents. */
export function keyOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** What the issuer may name, the most exact reading first. */
export function readingsOf(issuer: string): readonly string[] {
  const whole = issuer.normalize('NFKC').trim()
  const beforeColon = whole.split(':')[0] ?? ''
  const beforeDash = whole.split(/\s[-–—|/·]\s/)[0] ?? ''
  const outside = whole.replaceAll(/\s*[([][^)\]]*[)\]]/g, '')
  const readings = [whole, beforeColon, beforeDash, outside].flatMap((text) => {
    const named = text.replace(identifier, '')
    return [text, named, named.replace(empty, '')]
  })
  return [...new Set(readings.map((text) => text.trim()).filter((text) => text !== ''))]
}
