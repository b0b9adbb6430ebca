import type { Chosen } from '@/utils/backup/apply'
import type { FileAccess } from '@/utils/backup/format'
import type { ParsedBackup } from '@/utils/backup/parsed-backup'
import type { Comparison } from '@/utils/backup/preview'
import { parseRecognized, recognize } from '@/utils/backup/registry'
import type { Bytes } from '@/utils/bytes/bytes'
import { toUtf8 } from '@/utils/bytes/utf8'
import { emptyDocument, type VaultDocument } from '@/utils/vault/document'
import { cheapKek } from '../vault/memory-ports'
import { hotpAccount, steamAccount, totpAccount } from '../vault/samples'

/** Moment of every backup in these tests. */
export const nowMs = Date.UTC(2026, 10, 21, 12, 30, 45, 678)

export const access: FileAccess = { password: 'a password', deriveKek: cheapKek }

/** One of everything a vault can hold. */
export const fullDocument: VaultDocument = {
  ...emptyDocument,
  accounts: [
    {
      ...totpAccount('6f1c', 'Bücher & Söhne', 'GEZDGNBVGY3TQOJQ'),
      note: 'line one\nline two "quoted" \u{1f511}',
      sites: [
        { origin: 'https://xn--bcher-kva.example', match: 'domain', fill: 'arrival' },
        { origin: 'http://localhost:8080', match: 'origin', fill: 'never' },
      ],
      tags: ['work', 'a, b'],
      favorite: true,
      updatedAtMs: 1_700_000_000_123,
      x: { icon: { mime: 'image/png', data: 'AAAA' }, label: 'clash', order: 3 },
    },
    hotpAccount,
    {
      ...steamAccount,
      enrolment: { origin: 'https://example.org', startedAtMs: 3_000, filledAtMs: 4_000 },
    },
    { ...totpAccount('gone', 'Old'), deletedAtMs: nowMs - 5 },
    {
      ...totpAccount('twin', 'Old'),
      note: 'the same codes under another name',
      label: 'bob',
      recoveryCodes: [
        { code: '4f2d-9k1c', usedAtMs: 1_700_000_000_123 },
        { code: 'correct horse', usedAtMs: null, batch: 2 },
      ],
    },
  ],
  unsupported: [{ id: 'm', type: 'motp', secret: '0123', pin: '1234', nested: [{ a: null }] }],
  settings: { lockAfterMinutes: 5, clockCorrectionMs: -90_000, theme: 'of a newer version' },
  recoveryCodes: [{ account: '6f1c', codes: ['1', '2'] }],
}

/** The bytes of a file with this JSON in it. */
export function fileOf(json: unknown): Bytes {
  return toUtf8(typeof json === 'string' ? json : JSON.stringify(json))
}

/** What a file holds. */
export function parse(bytes: Bytes, given: FileAccess = access): Promise<ParsedBackup> {
  return parseRecognized(recognize(bytes), given)
}

/** A plain file of ours with these entries. */
export function plainFile(...entries: readonly unknown[]): Bytes {
  const payload = { schema: 1, entries, settings: {} }
  return fileOf({ format: 'sixpence-backup', version: 1, payload })
}

/** Everything that is new and nothing that changes what is there. */
export function chooseFresh({ fresh, unsupported, settings, extra }: Comparison): Chosen {
  return { entries: fresh, replacements: [], unsupported, settings, extra }
}
