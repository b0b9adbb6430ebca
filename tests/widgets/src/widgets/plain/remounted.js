import { drawBoxes } from '../../plain.js'

/** Draws all its inputs anew on every key. */
export default (page) => {
  let code = ['', '', '', '', '', '']
  const draw = (focused) => {
    const boxes = drawBoxes(page, 'inputmode="numeric"')
    for (const [index, box] of boxes.entries()) {
      box.value = code[index]
      box.addEventListener('input', () => {
        code = code.with(index, box.value)
        page.show(code.join(''))
        setTimeout(draw, 0, index + 1)
      })
    }
    boxes[focused]?.focus()
  }
  draw(0)
}
