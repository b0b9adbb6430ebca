import type { RecoveryResult } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import { accountById } from '@/utils/vault/accounts'
import { codesLeft } from '@/utils/vault/recovery-code'
import { markRecoveryCode, nextRecoveryCode } from '@/utils/vault/recovery-codes'
import type { Vault } from '@/utils/vault/vault'
import { type Aim, type AimPorts, takeAim } from './aim'
import type { TellPagePorts } from './ask-page'

/** What filling a recovery code needs from the outside. */
export interface RecoveryFillPorts extends AimPorts, TellPagePorts {
  readonly vault: Pick<Vault, 'read' | 'change'>
}

/** A code on its way to a page: ticked off already. */
interface Taken {
  readonly code: string
  readonly usedAtMs: number
  readonly left: number
}

/**
 * Writes one recovery code of an account into the page of a tab, for one click of the user's in the
 * popup: never on arrival, in no frame of another site, and only into a field that asks for a
 * recovery code by that name. It is ticked off before it is written, so that no two fills get the
 * same one, and put back where the field did not take it: a page that refuses is offered the same
 * one again. Throws `page-off-limits`, `page-silent`, `vault-locked`, `account-missing`.
 */
export function createRecoveryFill(ports: RecoveryFillPorts): Handler<'fill.recovery'> {
  return async ({ tabId, accountId }): Promise<RecoveryResult> => {
    const reading = ports.vault.read(ports.now())
    const aim = await takeAim({ way: 'recovery', tabId, accountId }, reading, ports)
    if (aim.kind === 'other-site') return aim
    if (aim.kind !== 'aim') return { kind: 'no-field' }
    const taken = await take(accountId, ports)
    if (taken === null) return { kind: 'none-left' }
    const { code, usedAtMs, left } = taken
    const isFilled = await write(aim, code, ports).catch(() => false)
    if (isFilled) return { kind: 'filled', usedAtMs, left }
    await ports.vault.change(ports.now(), (newest) =>
      markRecoveryCode(newest, accountId, code, null),
    )
    return { kind: 'no-field' }
  }
}

/** Takes the next code off the list, in one save. */
async function take(id: string, { vault, now }: RecoveryFillPorts): Promise<Taken | null> {
  let code: string | null = null
  const usedAtMs = now()
  const saved = await vault.change(usedAtMs, (newest) => {
    code = nextRecoveryCode(newest, id)
    return code === null ? newest : markRecoveryCode(newest, id, code, usedAtMs)
  })
  const left = codesLeft(accountById(saved, id).recoveryCodes)
  return code === null ? null : { code, usedAtMs, left }
}

/** As the site showed it, and without what stands between its groups where that has no room. */
async function write(aim: Aim, code: string, ports: RecoveryFillPorts): Promise<boolean> {
  const { tabId, documentId } = aim
  const spellings = new Set([code, code.replace(/[\s\p{Pd}]/gu, '')])
  for (const spelling of spellings) {
    const command = { type: 'content.write', code: spelling, field: null, submit: false } as const
    const reply = await ports.sendToDocument(tabId, documentId, { ...command, recovery: true })
    if (reply !== null && 'filled' in reply && reply.filled) return true
  }
  return false
}
