import IMask from 'imask'
import { single } from '../../plain.js'

/** A mask that is there from the start. */
export default single('', (input, page) => {
  const mask = IMask(input, { mask: '000 000', lazy: false })
  mask.on('accept', () => page.show(mask.unmaskedValue))
})
