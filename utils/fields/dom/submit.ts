/** Sends the form that these inputs are in, once: by its own button, as a person would. */
export function submitAfter(inputs: readonly HTMLInputElement[]): boolean {
  const form = inputs[0]?.form
  if (!form) return false
  form.requestSubmit()
  return true
}
