import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { widgetsPage } from '../../tools/widgets.mjs'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** The widgets' page, on as many origins as asked for: an account is bound to each. */
export interface WidgetsSite {
  readonly origins: readonly string[]
  readonly close: () => void
}

/** Serves the built page of tests/widgets. */
export async function startWidgetsSite(count: number): Promise<WidgetsSite> {
  const servers = await Promise.all(Array.from({ length: count }, serve))
  return {
    origins: servers.map((server) => {
      const { port } = server.address() as AddressInfo
      return `http://127.0.0.1:${port}`
    }),
    close: () => {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = path.join(widgetsPage, pathname === '/' ? 'index.html' : path.normalize(pathname))
    try {
      const body = readFileSync(file)
      response.setHeader('content-type', types[path.extname(file)] ?? 'text/plain')
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
