import { localHosts, parseOrigin } from './origin'
import { patternOf } from './pattern'

/**
 * The origin, without port, that a granted match pattern stands for. Null for patterns of more
 * than one host ("https://*\/*", "https://*.example.org/*") and of schemes that get no codes.
 */
export function originOfPattern(pattern: string): string | null {
  if (!pattern.endsWith('/*')) return null
  const origin = parseOrigin(pattern.slice(0, -2))
  return origin !== null && patternOf(origin) === pattern ? origin : null
}

/**
 * What may get codes of a granted match pattern, as patterns to run on; none if nothing may. Wide
 * grants count: only the browser's own settings give them, the user has chosen there, and with one
 * the browser takes a request for a single site as answered without granting it on its own.
 */
export function fillPatterns(granted: string): string[] {
  const parts = /^(\*|https?):\/\/([^/]+)\/\*$/.exec(granted === '<all_urls>' ? '*://*/*' : granted)
  if (parts === null) return []
  const [, scheme = '', host = ''] = parts
  const local = localHosts.filter((name) => host === '*' || host === name)
  return [
    ...(scheme === 'http' ? [] : [`https://${host}/*`]),
    ...(scheme === 'https' ? [] : local.map((name) => `http://${name}/*`)),
  ]
}
