/** Moves the focus to `element` unless the user has put it somewhere already. */
export function focusIfNothingIs(element: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) element?.focus()
}
