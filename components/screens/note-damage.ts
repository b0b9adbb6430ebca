import { toErrorCode } from '@/utils/errors/app-error'

/** Runs an unlocking and tells `note` whether it failed because nothing of the vault opens. */
export async function noteDamage(
  unlock: Promise<void>,
  note: (isDamaged: boolean) => void,
): Promise<void> {
  try {
    await unlock
    note(false)
  } catch (failure) {
    note(toErrorCode(failure) === 'vault-damaged')
    throw failure
  }
}
