import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import QRCode from 'qrcode'

/** A site whose set-up page is a dialog that closes at the least disturbance. */
export interface SetupDialog {
  /** By a name that tests grant nothing for. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** What the page has noticed since it was loaded. */
export interface Noticed {
  /** How often the dialog was closed, which gives its secret up. */
  readonly rotated: number
  /** What changed in the document, or was put into it. */
  readonly changes: readonly string[]
  /** What was sent, or heard from another world. */
  readonly events: readonly string[]
}

/** Reads that out of the page. */
export const noticedIn = (): Noticed => (window as unknown as { noticed: Noticed }).noticed

/**
 * Serves the page on a port of its own. Its dialog is modal and closes at Escape, at a click outside
 * and where the focus leaves the page for another element; `Confirm` ends the set-up, whatever the
 * code is. The code is for `uri`.
 */
export async function startSetupDialog(uri: string): Promise<SetupDialog> {
  const body = pageOf(await QRCode.toDataURL(uri, { scale: 6 }))
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const pageOf = (picture: string): string => `<!doctype html><title>Security</title>
<h1>Security</h1><p id="state">Two-step login is off.</p>
<dialog id="dialog">
  <h2>Set up your authenticator</h2><img src="${picture}" alt="QR code">
  <form id="form"><label>Code from your app <input id="code" autocomplete="one-time-code"></label>
  <button id="confirm" type="button">Confirm</button></form>
</dialog>
<script>
  const noticed = (window.noticed = { rotated: 0, changes: [], events: [] })
  const dialog = document.querySelector('#dialog')
  let isDone = false
  dialog.showModal()
  dialog.addEventListener('close', () => { if (!isDone) noticed.rotated += 1 })
  document.addEventListener('pointerdown', (event) => {
    if (!event.target.closest('form, img')) dialog.close()
  })
  dialog.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget && !dialog.contains(relatedTarget)) dialog.close()
  })
  for (const type of ['submit', 'message']) {
    addEventListener(type, () => noticed.events.push(type), true)
  }
  document.querySelector('#confirm').addEventListener('click', () => {
    watch.disconnect()
    isDone = true
    dialog.remove()
    document.querySelector('#state').textContent = 'Two-step login is on.'
  })
  const watch = new MutationObserver((changes) => {
    for (const { type, target } of changes) noticed.changes.push(type + ' ' + target.nodeName)
  })
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  watch.observe(document, all)
</script>`
