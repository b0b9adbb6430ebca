import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web site on a port of its own, which two names lead to: one is granted, the other is not. */
export interface Site {
  /** Its origin by the name that Sixpence may work on. */
  readonly granted: string
  /** Its origin by a name that it may not. */
  readonly foreign: string
  readonly close: () => void
}

const code =
  '<label>Code <input id="code" name="otp" autocomplete="one-time-code" maxlength="6"></label>'

/** Tells the time, on the clock that all processes share, when the field holds a code. */
const clock = `<script>
  const nowMs = () => performance.timeOrigin + performance.now()
  addEventListener('load', () => { window.loadedMs = nowMs() })
  addEventListener('input', ({ target }) => {
    if (target.id === 'code' && target.value.length === 6) window.filledMs ??= nowMs()
  }, true)
</script>`

const lateMs = 1_200

/** Puts the field into the form a while after the page was loaded. */
const late = `<script>
  setTimeout(() => {
    document.querySelector('form').innerHTML = '${code}'
    window.insertedMs = nowMs()
  }, ${lateMs})
</script>`

/** `change(ms)`: 100 changes a second, each tenth of which brings a field that is no code's. */
const changing = `<script>
  window.change = (ms) => new Promise((resolve) => {
    const place = document.body.appendChild(document.createElement('section'))
    const startMs = performance.now()
    let count = 0
    const timer = setInterval(() => {
      const passedMs = performance.now() - startMs
      for (const due = Math.floor(passedMs / 10); count < due; count++) {
        const row = document.createElement('div')
        row.className = 'row' + (count % 7)
        row.innerHTML = count % 10 ? '<span>' + count + '</span>' : '<input name="x' + count + '">'
        place.append(row)
        if (place.childElementCount > 200) place.firstChild.remove()
      }
      if (passedMs < ms) return
      clearInterval(timer)
      resolve(count)
    }, 10)
  })
</script>`

/** Elements as large pages have them, with a form now and then. */
function rows(nodes: number): string {
  const row = (index: number) =>
    `<div class="r"><p>row ${index} lorem ipsum</p><a href="#${index}">link ${index}</a><span><b>${index}</b></span></div>`
  const form = (index: number) =>
    index % 100 === 0
      ? `<form><input type="text" name="f${index}"><input type="email" name="e${index}"></form>`
      : ''
  return Array.from({ length: nodes / 5 }, (_, index) => row(index) + form(index)).join('')
}

const bodies: Readonly<Record<string, string>> = {
  '/empty': '',
  '/large': changing + rows(50_000),
  '/prompt': `${clock}<h1>Two-factor</h1><form>${code}</form>`,
  '/late': `${clock}<h1>Two-factor</h1><form></form>${late}`,
  '/busy': `${clock}<h1>Two-factor</h1><form></form>${late}${changing}<script>change(1e9)</script>`,
}

/** Serves the pages that are measured on. */
export async function serveSite(): Promise<Site> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Site</title><body>${bodies[request.url ?? ''] ?? ''}`)
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const port = portOf(server)
  return {
    granted: `http://127.0.0.1:${port}`,
    foreign: `http://localhost:${port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
