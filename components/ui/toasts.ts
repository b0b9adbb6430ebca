import { signal } from '@preact/signals'

/** A short message that passes by itself, perhaps with one thing to do. */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly action?: ToastAction
}

/** The one thing a toast offers, such as undoing what it reports. */
export interface ToastAction {
  readonly label: string
  readonly testId: string
  readonly run: () => void
}

/** Toasts on show, oldest first. */
export const toasts = signal<readonly Toast[]>([])

let lastId = 0

/** Most toasts on show at once. */
const most = 3

/** Shows `text` in place of the last one that offered nothing; at most three stay. */
export function showToast(text: string, action?: ToastAction): void {
  lastId += 1
  const toast: Toast = action ? { id: lastId, text, action } : { id: lastId, text }
  const offering = toasts.value.filter((shown) => shown.action !== undefined)
  toasts.value = [...offering, toast].slice(-most)
}

/** Takes all of them away: they may name accounts, and a locked vault names none. */
export function clearToasts(): void {
  toasts.value = []
}

/** Takes a toast away before its time. */
export function dismissToast(id: number): void {
  toasts.value = toasts.value.filter((toast) => toast.id !== id)
}
