import { MaskInput } from 'maska'
import { single } from '../../plain.js'

export default single('', (input, page) => {
  new MaskInput(input, { mask: '### ###', eager: true })
  input.addEventListener('input', () => page.show(input.value.replace(/\D/g, '')))
})
