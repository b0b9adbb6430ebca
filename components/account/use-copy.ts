import { useEffect, useState } from 'preact/hooks'
import { errorText } from '@/components/i18n'
import type { Copy } from '@/components/model/copy'
import { showToast } from '@/components/ui/toasts'
import { toErrorCode } from '@/utils/errors/app-error'
import { copiedText } from './copied-text'

/** How long a row says that its code was copied, in milliseconds. */
const saidForMs = 1500

/** Whether a code may be copied now; asked before it is made. */
export type MayCopy = () => boolean | Promise<boolean>

/** Copying a code, and whether it was done just now. A toast says for how long, or what failed. */
export function useCopy(
  take: () => Promise<string>,
  copy: Copy,
  mayCopy?: MayCopy,
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
        const may = mayCopy?.() ?? true
        if (may !== true && !(await may)) return
        const seconds = await copy(await take())
        setCopiedAt((count) => count + 1)
        showToast(copiedText(seconds))
      } catch (failure) {
        showToast(errorText(toErrorCode(failure)))
      }
    },
  }
}
