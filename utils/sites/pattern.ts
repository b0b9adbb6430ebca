import { hostnameOf } from './origin'

/**
 * The match pattern that covers an origin. Match patterns of both browsers know no port, so it
 * covers every port of the host; the exact origin is checked when a code is asked for.
 */
export function patternOf(origin: string): string {
  return `${new URL(origin).protocol}//${hostnameOf(origin)}/*`
}
