import { toBase32 } from '@/utils/bytes/base32'
import { AppError } from '@/utils/errors/app-error'
import { readStated } from '../../read/stated-entry'
import { type JsonObject, looseHex, textOf } from '../../read/values'
import { sitesOfDomains } from '../entry-sites'

/** Battle.net's codes have eight digits and nothing else of their own. */
const battleDigits = 8

/** The account of an entry in the clear. */
export function readRecord(raw: JsonObject) {
  const { type, secret } = kindOf(textOf(raw['type']).toLowerCase(), textOf(raw['secret']).trim())
  const { issuer, host } = partIssuer(textOf(raw['issuer']))
  const { sites, refused } = sitesOfDomains(host === '' ? [] : [host])
  const isBattle = type === 'battle'
  const stated = {
    type: isBattle ? 'totp' : type,
    issuer,
    label: textOf(raw['account']),
    secret,
    algorithm: raw['algorithm'],
    digits: isBattle ? battleDigits : raw['digits'],
    period: raw['period'],
    counter: type === 'hotp' ? (raw['counter'] ?? 0) : undefined,
    favorite: raw['pinned'] === true,
    sites,
    warnings: refused.map((site) => ({ code: 'site-refused' as const, detail: { site } })),
  }
  return readStated(stated, { app: 'authenticator-extension', raw })
}

/** Hexadecimal secrets have types of their own, and old files say the type in front of the secret. */
function kindOf(type: string, secret: string): { readonly type: string; readonly secret: string } {
  const [, prefix, rest] = /^(bliz-|blz-|stm-)(.*)$/i.exec(secret) ?? []
  if (rest !== undefined) {
    return { type: prefix?.toLowerCase() === 'stm-' ? 'steam' : 'battle', secret: rest }
  }
  const isHex = type === 'hex' || type === 'hhex' || isOldHex(type, secret)
  if (!isHex) return { type: type === '' ? 'totp' : type, secret }
  const bytes = looseHex(secret)
  if (bytes === null) throw new AppError('file-damaged', 'not hex')
  return { type: type === 'hhex' ? 'hotp' : 'totp', secret: toBase32(bytes) }
}

function isOldHex(type: string, secret: string): boolean {
  return type === 'totp' && !/^[a-z2-7\s]+=*$/i.test(secret) && /^(?:[0-9a-f]{2})+$/i.test(secret)
}

/** "Name::host", where the user asked for codes on that host alone. */
function partIssuer(text: string): { readonly issuer: string; readonly host: string } {
  const [issuer = '', host = ''] = text.split('::')
  return { issuer: issuer.trim(), host: host.trim() }
}
