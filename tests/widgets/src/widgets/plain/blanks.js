import { single } from '../../plain.js'

/** Blanks stand where digits are missing: "123 4__". */
export default single('', (input, page) => {
  input.addEventListener('focus', () => {
    input.value ||= '___ ___'
  })
  input.addEventListener('input', () => {
    const digits = input.value.replace(/\D/g, '').slice(0, 6)
    input.value = digits.padEnd(6, '_').replace(/^.../, '$& ')
    input.setSelectionRange(digits.length, digits.length)
    page.show(digits)
  })
})
