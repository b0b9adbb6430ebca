import { toErrorCode } from '@/utils/errors/app-error'
import type { NewPasskey, PasskeyAnswer } from '@/utils/vault/passkey-slot'
import type { Passkeys } from '@/utils/vault/passkeys'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'

/** Where the page was opened to unlock for another tab: see utils/platform/errand-tab. */
export interface Errand {
  giveWay(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** The vault's side of passkeys and the browser's. */
export interface PasskeyServices extends Passkeys {
  support(): Promise<'supported' | 'not-in-extensions' | 'browser-too-old'>
  /** Has the user make one. */
  enrol(known: readonly PasskeyQuestion[]): Promise<NewPasskey>
  /** Has the user present one of these. */
  ask(questions: readonly PasskeyQuestion[]): Promise<PasskeyAnswer>
  readonly errand: Errand | null
}

/**
 * Asks every passkey in turn. Those that the user does not present are left out, and are lost with
 * the key that they open.
 */
export async function askEach(
  { ask }: Pick<PasskeyServices, 'ask'>,
  questions: readonly PasskeyQuestion[],
): Promise<readonly PasskeyAnswer[]> {
  const answers: PasskeyAnswer[] = []
  for (const question of questions) {
    try {
      answers.push(await ask([question]))
    } catch (error) {
      const code = toErrorCode(error)
      if (code !== 'passkey-cancelled' && code !== 'passkey-unsupported') throw error
    }
  }
  return answers
}
