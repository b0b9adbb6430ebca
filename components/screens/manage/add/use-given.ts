import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import { isField } from '@/components/ui/is-field'

/**
 * Files that are dropped anywhere on the page, and pictures and text that are pasted anywhere but
 * into a field. Without it a browser goes to what is dropped beside the place for it.
 */
export function useGiven(take: (files: readonly File[]) => void): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      // The place for it has taken it.
      if (event.defaultPrevented) return
      give(event, event.dataTransfer)
    }
    const paste = (event: ClipboardEvent) =>
      give(event, event.clipboardData, !isField(event.target))
    const give = (event: Event, from: DataTransfer | null, withText = false) => {
      const files = filesOf(from, withText)
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  }, [])
}

function filesOf(from: DataTransfer | null, withText: boolean): readonly File[] {
  const files = [...(from?.files ?? [])]
  const text = withText && files.length === 0 ? (from?.getData('text') ?? '') : ''
  return text.trim() === '' ? files : [new File([text], t('manage_paste_title'))]
}
