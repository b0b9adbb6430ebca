import { single } from '../../plain.js'

/** Sends a code as soon as it is whole, and empties the field. */
export default single('', (input, page) =>
  input.addEventListener('input', () => {
    if (input.value.length !== 6) return
    const code = input.value
    page.show(code)
    setTimeout(() => {
      page.send(code)
      input.value = ''
    })
  }),
)
