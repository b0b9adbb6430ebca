import { readFileSync } from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type App, browsers, launch } from '@/tests/driver'

// The process under a page that is being opened is killed while it waits for a picture.

const build = path.resolve(import.meta.dirname, '../driver/fixture-extension')
const onLinux = process.platform === 'linux' && browsers.includes('chromium')

describe.skipIf(!onLinux)('a page whose process dies while it is opened', () => {
  let app: App
  let server: Server
  let site = ''
  let kills = 0
  const answer = (url: string | undefined, response: ServerResponse) => {
    if (url === '/picture' && kills-- > 0) {
      killPagesOf(app)
    } else {
      response.setHeader('content-type', 'text/html').end('<img src="/picture">')
    }
  }

  beforeAll(async () => {
    server = createServer(({ url }, response) => answer(url, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    site = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    app = await launch('chromium', { build, mayUseNetwork: true })
  })
  afterEach(() => {
    kills = 0
    vi.restoreAllMocks()
  })
  afterAll(async () => {
    await app?.close()
    server.closeAllConnections()
    server.close()
  })

  test('is opened once more, which is told', async () => {
    const told = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    kills = 1
    const page = await app.openTab(site)
    expect(await page.url()).toBe(site)
    expect(told.mock.calls.flat()).toEqual([
      expect.stringMatching(/process died while it opened http.*\(killed, 9\): opened once more/),
    ])
  })

  test('fails where it happens again', async () => {
    kills = 2
    await expect(app.openTab(site)).rejects.toThrow('Page crashed')
  })
})

/** Ends the processes that pages of the web are in. */
function killPagesOf(app: App): void {
  for (const pid of app.processes()) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      const isOfPages =
        command.includes('--type=renderer') && !command.includes('--extension-process')
      if (isOfPages) process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}
