import type { RecoveryCode } from '@/utils/vault/recovery-code'
import {
  keepRecoveryCodes,
  markRecoveryCode,
  putBackRecoveryCode,
  putRecoveryCodes,
} from '@/utils/vault/recovery-codes'
import type { AccountActionPorts } from './account-actions'

/** What people do with recovery codes. Each is one save and throws what the vault throws. */
export interface RecoveryActions {
  /** Behind those that an account has, or in their place. */
  readonly keep: (id: string, codes: readonly string[], how: 'add' | 'replace') => Promise<void>
  /** Exactly these: none takes the list away, and what there was brings it back. */
  readonly put: (id: string, codes: readonly RecoveryCode[]) => Promise<void>
  /** Ticks one off, or puts it back. */
  readonly mark: (id: string, code: string, isUsed: boolean) => Promise<void>
  /** Puts back the one that was filled at this moment. */
  readonly putBack: (id: string, usedAtMs: number) => Promise<void>
}

/** The actions over `ports.model`, for screens that are fetched when they are shown. */
export function recoveryActions({
  model,
  now,
}: Pick<AccountActionPorts, 'model' | 'now'>): RecoveryActions {
  return {
    keep: (id, codes, how) =>
      model.change((document) => keepRecoveryCodes(document, id, codes, how, now())),
    put: (id, codes) => model.change((document) => putRecoveryCodes(document, id, codes, now())),
    mark: (id, code, isUsed) =>
      model.change((document) => markRecoveryCode(document, id, code, isUsed ? now() : null)),
    putBack: (id, usedAtMs) =>
      model.change((document) => putBackRecoveryCode(document, id, usedAtMs)),
  }
}
