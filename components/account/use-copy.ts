import { useEffect, useState } from 'preact/hooks'
import { errorText } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import { toErrorCode } from '@/utils/errors/app-error'

/** How long a row says that its code was copied, in milliseconds. */
const saidForMs = 1500

/** Copying a code, and whether it was done just now. Failures are told in a toast. */
export function useCopy(
  take: () => Promise<string>,
  copy: (text: string) => Promise<void>,
): { readonly copied: boolean; readonly run: () => Promise<void> } {
  const [copiedAt, setCopiedAt] = useState(0)
  useEffect(() => {
    if (copiedAt === 0) return
    const timer = setTimeout(() => setCopiedAt(0), saidForMs)
    return () => clearTimeout(timer)
  }, [copiedAt])
  return {
    copied: copiedAt > 0,
    run: async () => {
      try {
        await copy(await take())
        setCopiedAt((count) => count + 1)
      } catch (failure) {
        showToast(errorText(toErrorCode(failure)))
      }
    },
  }
}
