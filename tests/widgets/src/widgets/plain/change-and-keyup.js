import { single } from '../../plain.js'

/** Holds nothing but what was changed and then released as a key. */
export default single('', (input, page) => {
  let changed = ''
  input.addEventListener('change', () => {
    changed = input.value
  })
  input.addEventListener('keyup', () => page.show(changed === input.value ? changed : ''))
})
