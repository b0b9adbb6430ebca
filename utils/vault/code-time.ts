import { correctedNow } from '@/utils/clock/correction'
import type { VaultDocument } from './document'

/** The time that codes are made with: this computer's `nowMs`, moved by the user's correction. */
export function codeTimeMs({ settings }: VaultDocument, nowMs: number): number {
  return correctedNow(nowMs, settings.clockCorrectionMs ?? 0)
}
