// Six boxes that behave as one field: typing moves on, Backspace moves back, pasting spreads.
const boxes = [...document.querySelectorAll('.box')]
const joined = document.querySelector('input[name=code]')

const join = () => {
  joined.value = boxes.map((box) => box.value).join('')
}

boxes.forEach((box, i) => {
  box.addEventListener('input', () => {
    join()
    if (box.value !== '') boxes[i + 1]?.focus()
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Backspace' && box.value === '') boxes[i - 1]?.focus()
  })
  box.addEventListener('paste', (event) => {
    event.preventDefault()
    const digits = event.clipboardData.getData('text').replace(/\D/g, '')
    for (const [n, digit] of [...digits].entries()) {
      if (boxes[i + n]) boxes[i + n].value = digit
    }
    join()
    boxes[Math.min(i + digits.length, boxes.length - 1)].focus()
  })
})
