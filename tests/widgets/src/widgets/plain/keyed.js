import { codeOf, drawBoxes } from '../../plain.js'

/** Takes keys and nothing else, puts the digits in by itself. */
export default (page) => {
  const boxes = drawBoxes(page, 'inputmode="numeric"')
  for (const [index, box] of boxes.entries()) {
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') return
      event.preventDefault()
      if (!/^\d$/.test(event.key) || event.keyCode !== event.key.charCodeAt(0)) return
      box.value = event.key
      boxes[index + 1]?.focus()
      page.show(codeOf(boxes))
    })
    box.addEventListener('input', () => page.show('not by keys'))
  }
}
