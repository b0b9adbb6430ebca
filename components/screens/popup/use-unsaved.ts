import { useCallback, useEffect, useState } from 'preact/hooks'
import { toErrorCode } from '@/utils/errors/app-error'
import type { Unsaved } from '@/utils/storage/unsaved-store'
import type { OpenedUnsaved } from './open-unsaved'
import { useServices } from './services'

/** What could not be saved, one after the other, or null; and looking again. */
export function useUnsaved(): readonly [OpenedUnsaved | null, () => void] {
  const { vault, model, unsaved, now } = useServices()
  const [opened, setOpened] = useState<OpenedUnsaved | null>(null)
  const look = useCallback(async (): Promise<void> => {
    const kept = await unsaved.read()
    if (kept === null) return setOpened(null)
    try {
      const { openUnsaved } = await import('./open-unsaved')
      const value = await vault.openDraft(kept.draft, now())
      // Locked meanwhile: no account is seen then, and each is there all the same.
      if (model.document.peek() === null) return setOpened(null)
      const found = openUnsaved(kept, value, model.accounts.peek())
      if (found === null) return await drop(kept)
      setOpened(found)
    } catch (failure) {
      // Of another vault, nobody can ever save it. Whatever else fails may work the next time.
      if (toErrorCode(failure) === 'message-refused') return await drop(kept)
      setOpened(null)
    }
    // Nobody can ever save it: the next one, if there is one.
    async function drop({ draft }: Unsaved): Promise<void> {
      await unsaved.clear(draft)
      await look()
    }
  }, [vault, model, unsaved, now])
  useEffect(() => void look(), [look])
  return [opened, () => void look()]
}
