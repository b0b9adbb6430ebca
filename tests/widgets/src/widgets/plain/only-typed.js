import { single } from '../../plain.js'

/** Throws away what the browser did not type. */
export default single('', (input, page) =>
  input.addEventListener('input', (event) => {
    if (!event.isTrusted) input.value = ''
    page.show(input.value)
  }),
)
