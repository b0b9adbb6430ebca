import { type OtpauthWarning, warning } from './otpauth-warning'
import { decodePercent } from './percent'

/** The parameters of an otpauth URI by lower-case name, each with a value that is not empty. */
export interface OtpauthQuery {
  readonly values: ReadonlyMap<string, string>
  readonly warnings: readonly OtpauthWarning[]
}

/**
 * Reads the part after `?`. Names in any case; a `+` is a space; parameters without a value are
 * ignored; of a parameter given twice the first counts.
 */
export function parseQuery(query: string): OtpauthQuery {
  const values = new Map<string, string>()
  const repeated = new Set<string>()
  for (const piece of query.split('&')) {
    const [name, value] = parsePiece(piece)
    if (value === '') continue
    if (values.has(name)) repeated.add(name)
    else values.set(name, value)
  }
  const warnings = [...repeated].map((parameter) => warning('parameter-repeated', { parameter }))
  return { values, warnings }
}

function parsePiece(piece: string): readonly [name: string, value: string] {
  const equals = piece.indexOf('=')
  if (equals < 0) return [piece, '']
  // Text copied out of a page's source has &amp; for &.
  const name = piece.slice(0, equals).replace(/^amp;/i, '')
  const value = piece.slice(equals + 1).replaceAll('+', ' ')
  return [decodePercent(name).trim().toLowerCase(), decodePercent(value).trim()]
}
