import { createApp, h, ref } from 'vue'

export { h }

/** A widget whose value the page keeps and hands back. */
export const controlled =
  (draw, ...plugin) =>
  (page) => {
    const value = ref()
    const change = (next) => {
      value.value = next
      page.show(Array.isArray(next) ? next.join('') : next)
    }
    const app = createApp({ render: () => draw(value.value, change) })
    if (plugin.length > 0) app.use(...plugin)
    app.mount(page.element)
  }

/** One of something for each digit. */
export const six = (draw) => Array.from({ length: 6 }, (_, index) => draw(index))
