import './page.css'

/**
 * Draws the widget that the address names, `?react/input-otp`, and shows what it tells its page:
 * the code it holds in #state, what it sent in #sent.
 */
const widgets = import.meta.glob('./widgets/*/*.js')
const place = (selector) => document.querySelector(selector)

const page = {
  element: place('#widget'),
  show: (value) => {
    place('#state').textContent = value ?? ''
  },
  send: (value) => place('#sent').append(value, ';'),
}

place('form').addEventListener('submit', (event) => {
  event.preventDefault()
  page.send('submit')
})

const { default: drawInto } = await widgets[`./widgets/${location.search.slice(1)}.js`]()
await drawInto(page)
