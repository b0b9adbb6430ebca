const ownButton = 'button:not([type=button],[type=reset]),input[type=submit]'

/**
 * Sends the form that these inputs are in: by its own button as a person would, where that is
 * enabled, else as Enter does. False where there is no form.
 */
export function submitAfter(inputs: readonly HTMLInputElement[]): boolean {
  const form = inputs[0]?.form
  if (!form) return false
  const button = form.querySelector<HTMLButtonElement>(ownButton)
  if (button?.disabled === false) button.click()
  else form.requestSubmit()
  return true
}
