import { toBase32 } from '@/utils/bytes/base32'
import { AppError } from '@/utils/errors/app-error'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readStated, type StatedEntry } from '../read/stated-entry'
import { isObject, listOf, looseHex, memberOf, textOf } from '../read/values'
import { isStratumSealed, openStratum } from './stratum-sealed'

const id = 'stratum'
const types = ['', 'hotp', 'totp', 'motp', 'steam', 'yandex']
const algorithms = ['SHA1', 'SHA256', 'SHA512']

/** Stratum, once Authenticator Pro: plain JSON, or sealed behind either of its two magic words. */
export const stratum: BackupFormat = {
  id,
  matches: ({ bytes, json }) =>
    isStratumSealed(bytes) || Array.isArray(memberOf(json, 'Authenticators')),
  isEncrypted: ({ bytes }) => isStratumSealed(bytes),
  async parse({ bytes, json }, access) {
    const content = isStratumSealed(bytes) ? await openStratum(bytes, access) : json
    const records = memberOf(content, 'Authenticators')
    if (!Array.isArray(records)) throw new AppError('file-damaged')
    const tags = tagsBySecret(content)
    return await collect(records, {
      read: (raw) => readStated(stated(raw, tags), { app: id, raw }),
      titleOf: (raw) => textOf(memberOf(raw, 'Issuer')),
    })
  },
}

/** Categories are bound to secrets. */
function tagsBySecret(content: unknown): ReadonlyMap<string, readonly string[]> {
  const names = new Map(
    listOf(memberOf(content, 'Categories')).map((category) => [
      textOf(memberOf(category, 'Id')),
      textOf(memberOf(category, 'Name')),
    ]),
  )
  const tags = new Map<string, Set<string>>()
  for (const binding of listOf(memberOf(content, 'AuthenticatorCategories'))) {
    const name = names.get(textOf(memberOf(binding, 'CategoryId')))
    const secret = textOf(memberOf(binding, 'AuthenticatorSecret'))
    if (name === undefined) continue
    const known = tags.get(secret) ?? new Set()
    tags.set(secret, known.add(name))
  }
  return new Map([...tags].map(([secret, known]) => [secret, [...known]]))
}

function stated(raw: unknown, tags: ReadonlyMap<string, readonly string[]>): StatedEntry {
  if (!isObject(raw)) throw new AppError('file-damaged')
  const type = types[Number(raw['Type'])] ?? `type-${textOf(raw['Type'])}`
  const secret = textOf(raw['Secret'])
  const algorithm = Number(raw['Algorithm'] ?? 0)
  return {
    type,
    issuer: textOf(raw['Issuer']),
    label: textOf(raw['Username']),
    // Of mOTP it is hexadecimal.
    secret: type === 'motp' ? base32OfHex(secret) : secret,
    algorithm: algorithms[algorithm] ?? `algorithm ${algorithm}`,
    digits: raw['Digits'],
    period: raw['Period'],
    counter: raw['Counter'],
    pin: raw['Pin'] ?? undefined,
    tags: tags.get(secret) ?? [],
  }
}

function base32OfHex(secret: string): string {
  const bytes = looseHex(secret)
  return bytes === null ? secret : toBase32(bytes)
}
