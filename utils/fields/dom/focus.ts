/**
 * The input of the same form that has the focus, if it is none of these: where a form asks for more
 * than a code, somebody may be typing there. Null: none.
 */
export function focusBeside(inputs: readonly HTMLInputElement[]): HTMLInputElement | null {
  const [first] = inputs
  const { activeElement } = (first?.getRootNode() ?? {}) as Partial<Document | ShadowRoot>
  const isBeside =
    activeElement instanceof HTMLInputElement &&
    activeElement.form === first?.form &&
    !inputs.includes(activeElement)
  return isBeside ? activeElement : null
}
