import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import path from 'node:path'

/** What a host answers: a page, or nothing (404). */
export interface Answer {
  /** What stands in the body of a small HTML page; bytes are a file of their own. */
  readonly body: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

/** All hosts of the web there are, on one port of this machine. */
export interface AnyHost {
  /** For `launch(..., { proxyPort })`. */
  readonly proxyPort: number
  readonly close: () => Promise<void>
}

/** A certificate that nobody else has use for: its key lies beside it. */
const folder = path.resolve(import.meta.dirname, '../fixtures/tls')
const read = (name: string) => readFileSync(path.join(folder, name))

/**
 * A proxy that asks nobody: whatever the scheme, host and port a browser wants, `answer` answers.
 * So tests open https pages of any name, without name servers and without rights to low ports.
 */
export async function startAnyHost(answer: (url: URL) => Answer | null): Promise<AnyHost> {
  const reply = (response: ServerResponse, url: URL) => {
    const found = answer(url)
    response.writeHead(found === null ? 404 : 200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...found?.headers,
    })
    const { body = '' } = found ?? {}
    response.end(
      typeof body === 'string' ? `<!doctype html><title>Site</title><body>${body}` : body,
    )
  }
  const secure = createTlsServer({ cert: read('cert.pem'), key: read('key.pem') })
  secure.on('request', (request, response) =>
    reply(response, new URL(request.url ?? '/', `https://${request.headers.host}`)),
  )
  const sockets = new Set<Socket>()
  const proxy = createServer((request, response) => reply(response, urlOf(request)))
  proxy.on('connection', (socket) => sockets.add(socket))
  proxy.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    secure.emit('connection', socket)
  })
  secure.on('tlsClientError', (_error, socket) => socket.destroy())
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    proxyPort: (proxy.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise((resolve) => proxy.close(() => resolve()))
    },
  }
}

/** Of a request without encryption: proxies are told the whole address. */
function urlOf({ url = '/', headers }: IncomingMessage): URL {
  return new URL(url, `http://${headers.host}`)
}
