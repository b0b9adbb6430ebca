import { useState } from 'preact/hooks'
import { errorText } from '@/components/i18n'
import { AppError, toErrorCode } from '@/utils/errors/app-error'

/** Work behind a button: whether it runs, and what went wrong. */
export interface Work {
  readonly busy: boolean
  /** The sentence for the last failure, or undefined. */
  readonly error: string | undefined
  /** Runs `step`; a second call while it runs does nothing. True if it went through. */
  readonly run: (step: () => Promise<void>) => Promise<boolean>
  readonly clearError: () => void
}

/** The state of one piece of work, for its button and its error line; `say` words what is thrown. */
export function useWork(say: (failure: unknown) => string = failureText): Work {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  return {
    busy,
    error,
    clearError: () => setError(undefined),
    run: async (step) => {
      if (busy) return false
      setBusy(true)
      setError(undefined)
      try {
        await step()
        return true
      } catch (failure) {
        setError(say(failure))
        return false
      } finally {
        setBusy(false)
      }
    },
  }
}

/** The sentence for anything thrown. */
export function failureText(failure: unknown): string {
  const detail = failure instanceof AppError ? failure.detail : {}
  return errorText(toErrorCode(failure), detail)
}
