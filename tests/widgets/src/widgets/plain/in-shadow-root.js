import { codeOf } from '../../plain.js'

const box = '<input maxlength="1" inputmode="numeric" autocomplete="one-time-code">'
const style = '<style>input { width: 40px; height: 40px }</style>'

class CodeField extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: 'open' })
    root.innerHTML = style + box.repeat(6)
    const boxes = [...root.querySelectorAll('input')]
    root.addEventListener('input', ({ target }) => {
      boxes[boxes.indexOf(target) + 1]?.focus()
      this.dispatchEvent(new CustomEvent('code', { detail: codeOf(boxes) }))
    })
  }
}

/** Drawn in a shadow root, known to its page by an event of its own. */
export default (page) => {
  customElements.define('code-field', CodeField)
  page.element.innerHTML = '<code-field></code-field>'
  page.element.firstChild.addEventListener('code', ({ detail }) => page.show(detail))
}
