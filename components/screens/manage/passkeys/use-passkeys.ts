import { useEffect, useState } from 'preact/hooks'
import type { PasskeyQuestion } from '@/utils/vault/unlock-with-passkey'
import { useServices } from '../services'
import type { PasskeyServices } from './passkey-services'

/** What the page knows of passkeys. */
export interface KnownPasskeys {
  readonly support: Awaited<ReturnType<PasskeyServices['support']>>
  /** One for each passkey of the vault. */
  readonly questions: readonly PasskeyQuestion[]
}

/** Null until it is known; looks again after each save. */
export function usePasskeys(): KnownPasskeys | null {
  const { passkeys, model } = useServices()
  const [known, setKnown] = useState<KnownPasskeys | null>(null)
  const savedAtMs = model.document.value?.savedAtMs
  useEffect(() => {
    let isShown = true
    const look = async () => {
      const [support, questions] = await Promise.all([passkeys.support(), passkeys.questions()])
      if (isShown) setKnown({ support, questions })
    }
    // Where storage does not answer there is the password, and the page says so elsewhere.
    look().catch(() => undefined)
    return () => {
      isShown = false
    }
  }, [passkeys, savedAtMs])
  return known
}
