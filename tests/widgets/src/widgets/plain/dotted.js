import { drawBoxes } from '../../plain.js'

/** Shows a dot for every digit it took. */
export default (page) => {
  const boxes = drawBoxes(page, 'inputmode="numeric"')
  const code = []
  for (const [index, box] of boxes.entries()) {
    box.addEventListener('input', () => {
      code[index] = box.value
      box.value = box.value === '' ? '' : '•'
      boxes[index + 1]?.focus()
      page.show(code.join(''))
    })
  }
}
