import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton'

interface DialogProps {
  readonly title: string
  /** Escape, the cross and a click beside it all end here. */
  readonly onClose: () => void
  readonly children?: ComponentChildren
  /** Buttons, the main one last. */
  readonly actions?: ComponentChildren
}

/** The browser's own modal dialog. It is open for as long as it is rendered. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    if (!element?.querySelector('[autofocus]')) focusFirstField(element)
    return () => {
      element?.close()
      // Browsers give the focus back only where the dialog outlives its closing.
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class={styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => event.target === dialog.current && onClose()}
    >
      <div class={styles.content}>
        <header class={styles.head}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon="close" label={t('close')} onClick={onClose} />
        </header>
        {children}
        {actions && <footer class={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  )
}

/** Without it the cross would have the focus, which stands before all fields. */
function focusFirstField(dialog: HTMLElement | null): void {
  dialog?.querySelector<HTMLElement>('input, select, textarea')?.focus()
}
