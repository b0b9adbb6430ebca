/** The digits of all boxes. */
export const codeOf = (boxes) => boxes.map((box) => box.value).join('')

/** Draws inputs. */
export const draw = (page, html) => {
  page.element.innerHTML = html
  return [...page.element.querySelectorAll('input')]
}

/** Draws six boxes. */
export const drawBoxes = (page, attributes) =>
  draw(page, `<div class="boxes">${`<input maxlength="1" ${attributes}>`.repeat(6)}</div>`)

/** One input; `hear` tells what of it the page takes for the code. */
export const single = (attributes, hear) => (page) => {
  const [input] = draw(page, `<label>Code <input name="otp" ${attributes}></label>`)
  hear(input, page)
}

/** Takes for the code what stands there at an event. */
export const heardBy = (type) => (input, page) =>
  input.addEventListener(type, () => page.show(input.value))

/** Boxes that hand the focus on, and tell of themselves, on one event. */
export const advancing = (attributes, type) => (page) => {
  const boxes = drawBoxes(page, attributes)
  for (const [index, box] of boxes.entries()) {
    box.addEventListener(type, () => {
      if (box.value !== '') boxes[index + 1]?.focus()
      page.show(codeOf(boxes))
    })
  }
}
