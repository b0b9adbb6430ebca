import { AppError } from '@/utils/errors/app-error'
import { parseName } from './otpauth-name'
import { codeParameters, readParameters } from './otpauth-parameters'
import { type OtpauthQuery, parseQuery } from './otpauth-query'
import type { OtpauthWarning } from './otpauth-warning'
import type { OtpAccount } from './parameters'

/** What an otpauth URI says. */
export interface ParsedOtpauth {
  readonly account: OtpAccount
  /** Empty for a URI as it should be. */
  readonly warnings: readonly OtpauthWarning[]
  /** Parameters that are not ours (image, color, codeDisplay), as given. Never fetched. */
  readonly extras: ReadonlyMap<string, string>
}

const claim = /^\s*(?:(?:apple-)?otpauth:|otpauth-migration:|motp:|steam:\/\/[^/?#]+$)/i

/** Whether `text` claims by its scheme to describe an account; it may be broken all the same. */
export function looksLikeOtpauth(text: string): boolean {
  return claim.test(text)
}

/**
 * Reads a Key URI ("otpauth://totp/Issuer:label?secret=...") as tolerantly as real ones need:
 * draft-linuxgemini-otpauth-uri, Apple's scheme and `steam://`. Throws `otpauth-malformed`,
 * `otpauth-type-unknown` with detail {type}, and what `readParameters` throws.
 */
export function fromOtpauthUri(text: string): ParsedOtpauth {
  const uri = text.trim()
  const scheme = /^([a-z-]+):/i.exec(uri)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'otpauth':
    case 'apple-otpauth':
      return fromKeyUri(uri.slice(scheme.length + 1))
    case 'steam':
      return fromSteamUri(uri)
    case 'motp':
    case 'otpauth-migration':
      throw new AppError('otpauth-type-unknown', undefined, { type: scheme })
    default:
      throw new AppError('otpauth-malformed')
  }
}

function fromKeyUri(afterScheme: string): ParsedOtpauth {
  const [path, queryText] = splitQuery(afterScheme.replace(/^\/{0,2}/, ''))
  const slash = path.indexOf('/')
  const type = slash < 0 ? path : path.slice(0, slash)
  if (type === '') throw new AppError('otpauth-malformed')
  const rawLabel = slash < 0 ? '' : path.slice(slash + 1)
  return compose(type.toLowerCase(), rawLabel, parseQuery(queryText))
}

/** `steam://BASE32`, as Bitwarden writes it. */
function fromSteamUri(uri: string): ParsedOtpauth {
  const secret = uri.replace(/^steam:\/*/i, '')
  return compose('steam', 'Steam:', { values: new Map([['secret', secret]]), warnings: [] })
}

/** Parts at the first `?` that a parameter follows: labels are not always encoded. */
function splitQuery(rest: string): readonly [path: string, query: string] {
  const parameterMark = rest.search(/\?(?=[\w-]+(?:=|&|$)|&|$)/)
  const mark = parameterMark < 0 ? rest.indexOf('?') : parameterMark
  return mark < 0 ? [rest, ''] : [rest.slice(0, mark), rest.slice(mark + 1)]
}

function compose(type: string, rawLabel: string, query: OtpauthQuery): ParsedOtpauth {
  const name = parseName(rawLabel, query.values.get('issuer') ?? '')
  const read = readParameters(type, query.values, name.issuer)
  const { issuer, label } = name
  const known = new Set([...codeParameters, 'issuer'])
  return {
    account: { parameters: read.parameters, issuer, label },
    warnings: [...name.warnings, ...query.warnings, ...read.warnings],
    extras: new Map([...query.values].filter(([parameter]) => !known.has(parameter))),
  }
}
