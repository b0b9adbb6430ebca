import * as v from 'valibot'
import { fromBase64Url, toBase64Url } from '@/utils/bytes/base64url'
import { fromUtf8, toUtf8 } from '@/utils/bytes/utf8'
import { AppError } from '@/utils/errors/app-error'
import type { EnvelopeKind } from './envelope'
import { parseJson } from './json'
import { slotSchema } from './slot'

/** The newest header that this version reads; a header with a higher `minReader` is refused. */
export const readerVersion = 1

/** Far above any header of ours: a bound for hostile ones. */
const maxProtectedLength = 65_536

/** What headers of every kind have in common; a kind adds its own members. */
export const commonHeader = {
  v: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  minReader: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The program that wrote it, for people: "sixpence/0.1.0". */
  generator: v.string(),
  /** Type and schema of the body; whoever raises the schema raises `minReader` too. */
  content: v.literal('application/json;schema=1'),
  enc: v.literal('A256GCM'),
  slots: v.array(slotSchema),
}

const readability = v.looseObject({ minReader: commonHeader.minReader })

/** `protected`: the base64url of the header's UTF-8 JSON, verbatim from now on. */
export function encodeHeader(header: object): string {
  return toBase64Url(toUtf8(JSON.stringify(header)))
}

/** The header of `protectedText`, checked. Throws the kind's `damaged` or `newer`. */
export function decodeHeader<S extends v.GenericSchema>(
  kind: EnvelopeKind,
  schema: S,
  protectedText: string,
): v.InferOutput<S> {
  if (protectedText.length > maxProtectedLength) throw new AppError(kind.damaged, 'header too long')
  const text = fromUtf8(fromBase64Url(protectedText, kind.damaged), kind.damaged)
  const json = parseJson(text, kind.damaged)
  const readable = v.safeParse(readability, json)
  if (readable.success && readable.output.minReader > readerVersion) {
    throw new AppError(kind.newer, 'written by a newer version')
  }
  const header = v.safeParse(schema, json)
  if (!header.success) throw new AppError(kind.damaged, 'header ill-shaped')
  return header.output
}
