type SubmitButton = HTMLButtonElement | HTMLInputElement

/**
 * What buttons say that do not send the code: cancel, go back, send a new one, take another way.
 * Few languages: those who write pages name their buttons in English, whatever stands on them.
 */
const elsewhere =
  /cancel|resend|another|annul|renvoy|retour|abbrech|zur.ck|отмен|назад|取消|返回|戻|(?:^|[^a-z])(?:back|again|other|skip|new|log.?out|sign.?out)/i

/**
 * Sends the form that these inputs are in: by its own button as a person would, where that is
 * enabled, else as Enter does. False, and nothing is pressed, where there is no form, no telling
 * which of its buttons sends a code, or the form goes to another origin: what a site shows of
 * strangers' may hold a form around its own.
 */
export function submitAfter(inputs: readonly HTMLInputElement[]): boolean {
  const form = inputs[0]?.form
  if (!form) return false
  const buttons = [...form.elements].filter(isSubmitButton)
  const [own, second] = buttons.filter((each) => !leadsElsewhere(each))
  if (second || (buttons[0] && !own)) return false
  const button = own?.disabled ? undefined : own
  if (!staysHere(targetOf(form, button))) return false
  if (button) button.click()
  else form.requestSubmit()
  return true
}

// Not asked of the form itself: a field may be called `action`, too.
function targetOf(form: HTMLFormElement, button: SubmitButton | undefined): string {
  if (button?.hasAttribute('formaction')) return button.formAction
  return Reflect.get(HTMLFormElement.prototype, 'action', form)
}

// A script in its place is the page's own, or the browser's to refuse. What is no address comes as
// it was written.
function staysHere(target: string): boolean {
  if (!URL.canParse(target)) return false
  const { protocol, origin } = new URL(target)
  return protocol === 'javascript:' || origin === location.origin
}

// Nothing else in a form is of that type.
function isSubmitButton(element: Element): element is SubmitButton {
  return 'type' in element && element.type === 'submit'
}

// What leaves a form as it is need not be filled in rightly for that.
function leadsElsewhere(button: SubmitButton): boolean {
  const said = `${button.id} ${button.name} ${button.value} ${button.textContent}`
  return button.formNoValidate || elsewhere.test(said)
}
