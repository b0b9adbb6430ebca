import type { Bytes } from '@/utils/bytes/bytes'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import type { EnvelopeKind } from './envelope'
import { parseJson } from './json'

/** Bodies grow in steps of this size, so that their length hides how much they hold. */
export const paddingStepBytes = 4096

/** UTF-8 JSON of `value`, filled up with spaces to a whole number of steps. */
export function toPaddedJson(value: unknown): Bytes {
  const json = toUtf8(JSON.stringify(value))
  const padded = new Uint8Array(Math.ceil(json.length / paddingStepBytes) * paddingStepBytes)
  padded.fill(0x20)
  padded.set(json)
  json.fill(0)
  return padded
}

/** The value of padded JSON; spaces around it mean nothing. Throws the kind's `damaged`. */
export function fromPaddedJson(bytes: Bytes, { damaged, maxDepth }: EnvelopeKind): unknown {
  return parseJson(fromUtf8(bytes, damaged), damaged, maxDepth)
}
