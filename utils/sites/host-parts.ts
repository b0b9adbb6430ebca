import { baitWords } from './bait'
import { ownerDomain, registrableDomain } from './domain'
import { decodeLabel } from './punycode'
import { asciiLook, shapeOf } from './skeleton'

/** A host, taken apart for comparing it with others. */
export interface HostParts {
  readonly host: string
  readonly domain: string
  /** What of the domain its owner chose: `github` of `github.com`, punycode as it is. */
  readonly name: string
  /** What follows the name: `.com`. */
  readonly suffix: string
  /** The name as it looks, in ASCII. */
  readonly look: string
  /** `look` without hyphens. */
  readonly letters: string
  /** `letters` with letters and digits of like shape as one. */
  readonly shape: string
  /** `letters` of what is left without words like `login`. */
  readonly core: string
  readonly coreShape: string
  /** Labels and parts of labels between hyphens, left of the suffix, as they look. */
  readonly tokens: readonly string[]
  /** The parts of the name, without words like `login` before and behind where enough is left. */
  readonly words: readonly string[]
  /** Those of the name alone. */
  readonly nameTokens: readonly string[]
  /** The shapes of all tokens. */
  readonly tokenShapes: readonly string[]
  /** The tokens in one: `loginlive`. */
  readonly squeezed: string
  /** The tokens of the domain, its suffix among them. */
  readonly whole: readonly string[]
  readonly wholeLetters: string
}

const tokensOf = (text: string): string[] => text.split(/[.-]/).filter((token) => token !== '')

const lookOf = (label: string): string => asciiLook(decodeLabel(label))

/** `github` of `securegithublogin`. */
function withoutBait(token: string): string {
  for (const bait of baitWords) {
    if (bait.length < 3 || token.length - bait.length < 5) continue
    if (token.startsWith(bait)) return withoutBait(token.slice(bait.length))
    if (token.endsWith(bait)) return withoutBait(token.slice(0, -bait.length))
  }
  return token
}

/**
 * A bound host as others may play on it: by its own domain, and where that is a customer's, by the
 * service's too. Empty for hosts without a registrable domain.
 */
export function boundPartsOf(host: string): readonly HostParts[] {
  const domains = new Set([registrableDomain(host), ownerDomain(host)])
  return [...domains].flatMap((domain) => (domain === null ? [] : [takeApart(host, domain)]))
}

/** Null for hosts without a registrable domain: IP addresses, public suffixes, single names. */
export function partsOf(host: string): HostParts | null {
  const domain = registrableDomain(host)
  return domain === null ? null : takeApart(host, domain)
}

function takeApart(host: string, domain: string): HostParts {
  const [name = ''] = domain.split('.')
  const look = lookOf(name)
  const below = host.slice(0, host.length - domain.length).split('.')
  const tokens = [...below.flatMap((label) => tokensOf(lookOf(label))), ...tokensOf(look)]
  const letters = look.replaceAll('-', '')
  const core = tokensOf(look)
    .filter((token) => !baitWords.has(token))
    .join('')
  return {
    host,
    domain,
    name,
    suffix: domain.slice(name.length),
    look,
    letters,
    shape: shapeOf(letters),
    core,
    coreShape: shapeOf(core),
    tokens,
    words: tokensOf(look)
      .filter((token) => !baitWords.has(token))
      .map(withoutBait),
    nameTokens: tokensOf(look),
    tokenShapes: tokens.map(shapeOf),
    squeezed: tokens.join(''),
    whole: tokensOf(domain),
    wholeLetters: tokensOf(domain).join(''),
  }
}
