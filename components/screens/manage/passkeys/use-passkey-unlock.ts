import { useEffect, useRef } from 'preact/hooks'
import { useWork, type Work } from '@/components/ui/use-work'
import { wipe } from '@/utils/bytes/wipe'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { useServices } from '../services'
import { usePasskeys } from './use-passkeys'

/** Unlocking by passkey: null where no passkey opens this vault in this browser. */
export interface PasskeyUnlock {
  readonly work: Work
  readonly run: () => void
}

/** Begins by itself in a tab that was opened for it. */
export function usePasskeyUnlock(): PasskeyUnlock | null {
  const { passkeys } = useServices()
  const known = usePasskeys()
  const work = useWork()
  const unlock = useUnlock()
  const questions = known?.support === 'supported' ? known.questions : []
  const run = () => void work.run(() => unlock(questions))
  const hasBegun = useRef(false)
  const begins = passkeys.errand !== null && questions.length > 0
  useEffect(() => {
    if (!begins || hasBegun.current) return
    hasBegun.current = true
    run()
  }, [begins])
  return questions.length > 0 ? { work, run } : null
}

function useUnlock() {
  const { passkeys, now } = useServices()
  const onErrand = useOnErrand()
  return async (questions: readonly PasskeyQuestion[]): Promise<void> => {
    const answer = await passkeys.ask(questions)
    await onErrand(({ unlockBy }) => unlockBy(() => passkeys.unlock(answer, now()))).finally(() =>
      wipe(answer.prf),
    )
  }
}

/**
 * Unlocks, and in a tab that was opened for it gives way to the page that waits: first, for a page
 * is filled only in front, at the moment the vault opens. Comes back to say what went wrong.
 */
export function useOnErrand() {
  const { model, passkeys } = useServices()
  return async (unlock: (vault: typeof model) => Promise<void>): Promise<void> => {
    const { errand } = passkeys
    await errand?.giveWay()
    try {
      await unlock(model)
    } catch (failure) {
      await errand?.comeBack()
      throw failure
    }
    await errand?.close()
  }
}
