import Inputmask from 'inputmask'
import { single } from '../../plain.js'

export default single('', (input, page) => {
  new Inputmask({ mask: '999 999' }).mask(input)
  input.addEventListener('input', () => page.show(input.inputmask.unmaskedvalue()))
})
