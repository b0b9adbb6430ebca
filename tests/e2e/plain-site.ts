import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A page that knows nothing of us. */
export interface PlainSite {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Serves one page with a text field on a port of its own. */
export async function startPlainSite(): Promise<PlainSite> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>Plain</title><textarea></textarea>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
