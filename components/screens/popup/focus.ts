/** What had the focus given last, and not by the user. */
let given: Element | null = null

/** Moves the focus to `element` unless the user has put it somewhere already. */
export function focusIfNothingIs(element: HTMLElement | null | undefined): void {
  if (document.activeElement === document.body) focusInstead(element)
}

/** The same for what came later and goes before what has got the focus so. */
export function focusInstead(element: HTMLElement | null | undefined): void {
  const { activeElement, body } = document
  if (!element || (activeElement !== body && activeElement !== given)) return
  element.focus()
  given = element
}

/** Takes back what was given to `element`, if it has it still. */
export function takeFocusFrom(element: HTMLElement | null | undefined): void {
  if (element && element === given && element === document.activeElement) element.blur()
}
