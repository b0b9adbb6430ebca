import { hostnameOf, parseOrigin } from './origin'

/**
 * The match pattern that covers an origin. Match patterns of both browsers know no port, so it
 * covers every port of the host; the exact origin is checked when a code is asked for.
 */
export function patternOf(origin: string): string {
  return `${new URL(origin).protocol}//${hostnameOf(origin)}/*`
}

/**
 * The origin, without port, that a granted match pattern stands for. Null for patterns of more
 * than one host ("https://*\/*", "https://*.example.org/*") and of schemes that get no codes.
 */
export function originOfPattern(pattern: string): string | null {
  if (!pattern.endsWith('/*')) return null
  const origin = parseOrigin(pattern.slice(0, -2))
  return origin !== null && patternOf(origin) === pattern ? origin : null
}
