import { createElement as h, useState } from 'react'
import { createRoot } from 'react-dom/client'

export { h }

/** Keeps a widget's value. */
const Keeper = ({ draw, show }) => {
  const [value, setValue] = useState('')
  const change = (next) => {
    setValue(next)
    show(next)
  }
  return draw(value, change)
}

/** A widget whose value the page keeps and hands back, as most pages do. */
export const controlled = (draw) => uncontrolled((show) => h(Keeper, { draw, show }))

/** A widget that keeps its value itself and tells of it. */
export function uncontrolled(draw) {
  return (page) => createRoot(page.element).render(draw(page.show))
}

/** What shows one character of a widget that has one input for all. */
export const slot = ({ char }, index) => h('div', { key: index, className: 'slot' }, char)

/** One of something for each digit. */
export const six = (draw) => Array.from({ length: 6 }, (_, index) => draw(index))
