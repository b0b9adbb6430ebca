import { type MessageKey, t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'
import { aegisLosses } from '@/utils/backup/writers/aegis-content'
import { googleMigrationLosses } from '@/utils/backup/writers/google-migration'
import type { Losses } from '@/utils/backup/writers/losses'
import { otpauthListLosses } from '@/utils/backup/writers/otpauth-list'
import type { VaultDocument } from '@/utils/vault/document'

/** What an encrypted file can be made for. */
export type SealedFormat = 'sixpence' | 'aegis'
/** What an unencrypted copy can be made for. */
export type PlainFormat = 'sixpence' | 'aegis' | 'otpauth' | 'google'

const names: Record<PlainFormat, MessageKey> = {
  sixpence: 'format_sixpence',
  aegis: 'format_aegis',
  otpauth: 'format_otpauth',
  google: 'format_google',
}

const sealedFormats: readonly SealedFormat[] = ['sixpence', 'aegis']
const plainFormats: readonly PlainFormat[] = ['sixpence', 'aegis', 'otpauth', 'google']

/** The choices, our own first. */
export const sealedOptions = (): readonly Option<SealedFormat>[] => optionsOf(sealedFormats)
/** The choices, our own first. */
export const plainOptions = (): readonly Option<PlainFormat>[] => optionsOf(plainFormats)

function optionsOf<T extends PlainFormat>(formats: readonly T[]): readonly Option<T>[] {
  return formats.map((value) => ({ value, text: t(names[value]) }))
}

/** What a copy would not hold; null for our own, which holds all. */
export function lossesFor(format: PlainFormat, document: VaultDocument): Losses | null {
  switch (format) {
    case 'sixpence':
      return null
    case 'aegis':
      return aegisLosses(document)
    case 'otpauth':
      return otpauthListLosses(document)
    case 'google':
      return googleMigrationLosses(document)
  }
}
