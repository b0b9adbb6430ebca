import { useEffect, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from './Button'
import { IconButton } from './IconButton'
import styles from './ToastRegion.module.css'
import { dismissToast, type Toast, toasts } from './toasts'

const shownMs = 4_000
/** Long enough to read, decide and reach the button. */
const shownWithActionMs = 10_000

function ToastLine({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const lifeMs = toast.action ? shownWithActionMs : shownMs
    const timer = setTimeout(() => dismissToast(toast.id), lifeMs)
    return () => clearTimeout(timer)
  }, [held, toast])
  const { action } = toast
  return (
    <div
      class={styles.toast}
      data-testid="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <span class={styles.text}>{toast.text}</span>
      {action && (
        <Button
          variant="bare"
          data-testid={action.testId}
          onClick={() => {
            dismissToast(toast.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('close')} onClick={() => dismissToast(toast.id)} />
    </div>
  )
}

/** Where toasts appear. One per page; it stays in the document so that each is read out. */
export function ToastRegion() {
  return (
    <div class={styles.region} role="status" aria-live="polite">
      {toasts.value.map((toast) => (
        <ToastLine key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
