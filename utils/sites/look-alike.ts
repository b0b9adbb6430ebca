import { baitWords, plainWords } from './bait'
import { boundPartsOf, type HostParts, partsOf } from './host-parts'
import { editsBetween, slipOf } from './slips'

/** Why a host may be mistaken for another. */
export type LookAlikeReason = 'typo' | 'homoglyph' | 'punycode' | 'embedded' | 'tld'

/** A bound host that another host may be mistaken for, and by what. */
export interface LookAlike {
  readonly bound: string
  readonly why: LookAlikeReason
}

/** Says of a host that a login of the bound one is one of its own too (utils/sites/known.ts). */
export type SharesLogin = (host: string, boundHost: string) => boolean

/**
 * The bound host that `host` may be mistaken for, if any. Both are host names as browsers write
 * them: lower case, punycode, no port. Never for a host of the registrable domain of a bound one:
 * what belongs to the same people is not a look-alike, and `registrableDomain` keeps apart those
 * that do not.
 */
export function resembles(
  host: string,
  boundHosts: readonly string[],
  sharesLogin: SharesLogin = () => false,
): LookAlike | null {
  return guardOf(boundHosts, sharesLogin)(host)
}

/** `resembles` for many hosts: taking the bound ones apart is most of what it costs. */
export function guardOf(
  boundHosts: readonly string[],
  sharesLogin: SharesLogin = () => false,
): (host: string) => LookAlike | null {
  const bounds = boundHosts.flatMap(boundPartsOf)
  const domains = new Set(bounds.map(({ domain }) => domain))
  return (host) => {
    const page = partsOf(host)
    if (page === null || domains.has(page.domain)) return null
    for (const bound of bounds) {
      const why = reasonFor(page, bound)
      if (why !== null && !sharesLogin(host, bound.host)) return { bound: bound.host, why }
    }
    return null
  }
}

function reasonFor(page: HostParts, bound: HostParts): LookAlikeReason | null {
  const why = likeName(page, bound)
  if (why === null) return isEmbedded(page, bound) ? 'embedded' : null
  return page.look === page.name ? why : 'punycode'
}

/** Names that mean little alone: `mail.com` and `mail.de` are two of many. */
const isCommon = (name: string): boolean => name.length < 3 || baitWords.has(name)

function likeName(page: HostParts, bound: HostParts): LookAlikeReason | null {
  if (isCommon(bound.look)) return null
  if (page.look === bound.look) return page.name === bound.name ? 'tld' : 'homoglyph'
  if (page.letters === bound.letters) return 'typo'
  if (hasShape(page, bound)) return 'homoglyph'
  const isSlip = isMistyped(page.core, bound.letters, page.suffix === bound.suffix)
  const hasSlip = page.words.some((word) => isMistyped(word, bound.letters, false))
  return isSlip || hasSlip ? 'typo' : null
}

/** `paypa1` for `paypal`, alone, beside words like `login`, or as a label of another domain. */
function hasShape(page: HostParts, { letters, shape }: HostParts): boolean {
  if (letters.length < 4) return false
  if (page.coreShape === shape && page.core !== letters) return true
  return page.tokenShapes.some((each, at) => each === shape && page.tokens[at] !== letters)
}

/** Short names are close to each other by chance; long ones are not. */
function isMistyped(typed: string, name: string, isSameSuffix: boolean): boolean {
  if (Math.abs(typed.length - name.length) > 2) return false
  const length = isSameSuffix ? name.length : name.length - 1
  if (length < 4) return false
  const slip = slipOf(typed, name)
  if (slip !== null)
    return length >= 5 || slip === 'swap' || slip === 'double' || slip === 'neighbour'
  return length >= 9 && typed[0] === name[0] && editsBetween(typed, name, 2) === 2
}

/** The name, or the whole host, inside another domain. */
function isEmbedded(page: HostParts, bound: HostParts): boolean {
  const { look, letters, whole, squeezed } = bound
  const { tokens } = page
  const isBelow = squeezed !== letters && squeezed.length > 7
  if (isBelow && page.squeezed.includes(squeezed)) return true
  const starts = tokens.some((_, at) => whole.every((token, next) => tokens[at + next] === token))
  if (starts || (letters.length > 4 && page.squeezed.includes(bound.wholeLetters))) return true
  if (letters.length < 4 || isCommon(look) || !page.squeezed.includes(letters)) return false
  if (tokens.includes(letters) && (page.nameTokens.includes(letters) || !plainWords.has(letters))) {
    return true
  }
  return page.nameTokens.some((token) => isBaited(token, letters))
}

/** `login` and `github` in one word, in either order. */
function isBaited(token: string, name: string): boolean {
  const at = token.indexOf(name)
  if (at < 0) return false
  if (name.length > 7 && !plainWords.has(name)) return true
  const rest = [token.slice(0, at), token.slice(at + name.length)]
  return rest.every((part) => part === '' || baitWords.has(part))
}
