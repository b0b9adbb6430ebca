import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

const entry = v.looseObject({
  issuer: v.optional(v.string(), ''),
  name: v.optional(v.string(), ''),
  /** Instead of an issuer where nothing else is known of an entry. */
  title: v.optional(v.string()),
  /** base32, the bits too many still on it. */
  secret: v.optional(v.string()),
  type: v.optional(v.string(), 'totp'),
  algo: v.optional(v.string(), 'SHA1'),
  digits: v.optional(v.number(), 6),
  period: v.optional(v.number(), 30),
  counter: v.optional(v.union([v.number(), v.string()])),
  note: v.optional(v.string()),
  groups: v.optional(v.array(v.string())),
  /** Why the file's own app cannot read it either. */
  error: v.optional(v.string()),
})

const file = v.looseObject({
  file: v.string(),
  format: v.optional(v.string(), ''),
  password: v.optional(v.nullable(v.string()), null),
  expected: v.array(entry),
})

/** An entry that a file is known to hold. */
export type ExpectedEntry = v.InferOutput<typeof entry>
/** A file and what it is known to hold. */
export type ExpectedFile = v.InferOutput<typeof file>

/** The files that a folder's expected.json speaks of. */
export function readExpected(folder: string): readonly ExpectedFile[] {
  const json: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
  return v.parse(v.looseObject({ files: v.array(file) }), json).files
}
