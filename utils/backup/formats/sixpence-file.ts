import * as v from 'valibot'
import { AppError } from '@/utils/errors/app-error'
import { backupEnvelope, bodyAad } from '@/utils/vault/envelope'
import { commonHeader } from '@/utils/vault/header'

/** What every file of ours starts with; `version` is raised when older readers must not try. */
export const fileHead = { format: 'sixpence-backup', version: 1 } as const

const outline = v.looseObject({ format: v.literal('sixpence-backup') })
const newer = v.looseObject({ ...outline.entries, version: v.pipe(v.number(), v.minValue(2)) })
const head = { format: v.literal('sixpence-backup'), version: v.literal(1) }
const sealedFile = v.looseObject({ ...head, protected: v.string(), ciphertext: v.string() })
const plainFile = v.looseObject({ ...head, payload: v.unknown() })

/** The sealed variant: header as base64url, ciphertext and tag as base64. */
export type SealedFile = v.InferOutput<typeof sealedFile>

/** A file of ours, told by its members. */
export type OwnFile =
  | { readonly kind: 'sealed'; readonly file: SealedFile }
  | { readonly kind: 'plain'; readonly payload: unknown }

/** The header of a sealed file: fresh key, salt and nonces in every file. */
export const backupHeader = v.looseObject({
  ...commonHeader,
  /** RFC 3339, UTC. */
  created: v.string(),
  /** base64 of the 12 bytes that the body is sealed with. */
  nonce: v.string(),
})

/** The header of a sealed file. */
export type BackupHeader = v.InferOutput<typeof backupHeader>

/** Whether JSON claims to be a file of ours. */
export function claimsToBeOurs(json: unknown): boolean {
  return v.is(outline, json)
}

/** Parts the variants. Throws `file-damaged`, `file-newer`. */
export function parseOwnFile(json: unknown): OwnFile {
  if (v.is(newer, json)) throw new AppError('file-newer')
  const sealed = v.safeParse(sealedFile, json)
  if (sealed.success) return { kind: 'sealed', file: sealed.output }
  const plain = v.safeParse(plainFile, json)
  if (plain.success) return { kind: 'plain', payload: plain.output.payload }
  throw new AppError('file-damaged', 'neither sealed nor plain')
}

/** AAD of the body: the label, a dot and the header verbatim. */
export function payloadAad(protectedText: string) {
  return bodyAad(backupEnvelope, protectedText)
}
