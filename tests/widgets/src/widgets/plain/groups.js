import { single } from '../../plain.js'

/** Sets the digits in two groups: "123 456". */
export default single('maxlength="7" placeholder="123 456"', (input, page) =>
  input.addEventListener('input', () => {
    const digits = input.value.replace(/\D/g, '')
    input.value = digits.replace(/^(...)(?=.)/, '$1 ')
    page.show(digits)
  }),
)
