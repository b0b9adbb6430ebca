import { AppError } from '@/utils/errors/app-error'
import { clipboardSeconds } from '@/utils/vault/clipboard-seconds'
import type { VaultModel } from './vault-model'

/** What copying needs from the outside. */
export interface CopyPorts {
  readonly model: Pick<VaultModel, 'document'>
  /** Puts text on the clipboard. */
  readonly write: (text: string) => Promise<void>
  /** Has the clipboard emptied after so long, with or without this page; 0: not at all. */
  readonly clearAfter: (seconds: number) => Promise<unknown>
}

/**
 * Puts a secret or a code on the clipboard, for as long as people chose. Resolves to the seconds it
 * stays there, 0 for as long as nothing else is copied. Throws `clipboard-denied`,
 * `clipboard-stays`: it is copied, and nothing will take it away.
 */
export type Copy = (text: string) => Promise<number>

/** Copying over `ports`. */
export function createCopy({ model, write, clearAfter }: CopyPorts): Copy {
  return async (text) => {
    const seconds = clipboardSeconds(model.document.value?.settings)
    // Asked for before it is known that the text is there: the popup may be gone by then.
    const [cleared, written] = await Promise.allSettled([clearAfter(seconds), write(text)])
    if (written.status === 'rejected') throw written.reason
    if (cleared.status === 'rejected' && seconds > 0) throw new AppError('clipboard-stays')
    return seconds
  }
}
