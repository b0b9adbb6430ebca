import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { findBrowsers } from '../../../tools/browsers.mjs'
import type { Sample } from './corpus'
import type { Answered, Asked } from './in-worker'
import { threadCpuMs } from './thread-cpu'

/** What was read off a picture. `cpuMs`: of the worker, or by the clock where none is kept. */
export interface Reading {
  readonly size: readonly [width: number, height: number]
  readonly texts: readonly string[]
  readonly cpuMs: number
}

/** A browser with the decoder in a module worker, as the extension has it. */
export interface QrBrowser {
  read(sample: Sample): Promise<Reading>
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')

/** Opens Chromium on a page of this machine. Without `wasm` the worker has no WebAssembly. */
export async function openQrBrowser(wasm: boolean): Promise<QrBrowser> {
  const { chromium: executablePath } = findBrowsers()
  if (executablePath === null) throw new Error('no Chromium: npm test installs it')
  const server = await serve(await bundle())
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  await page.goto(server.url)
  await page.evaluate(startWorker)
  return {
    read: (sample) => readSample(page, sample, wasm),
    close: async () => {
      await browser.close()
      server.close()
    },
  }
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    ...{ configFile: false, publicDir: false, logLevel: 'error' },
    resolve: { alias: { '@': root } },
    build: {
      ...{ write: false, target: 'chrome128', modulePreload: false },
      rolldownOptions: {
        input: path.join(import.meta.dirname, 'in-worker.ts'),
        output: { entryFileNames: 'worker.js', format: 'es' },
      },
    },
  })
  const outputs = ([result].flat() as Rollup.RollupOutput[]).flatMap(({ output }) => output)
  return new Map(
    outputs.flatMap((part) => (part.type === 'chunk' ? [[`/${part.fileName}`, part.code]] : [])),
  )
}

/** Scripts by their path, pictures by their file. */
async function serve(scripts: ReadonlyMap<string, string>) {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const script = scripts.get(url.pathname)
    const picture = url.searchParams.get('picture')
    response.setHeader('content-type', script === undefined ? 'text/html' : 'text/javascript')
    response.end(picture === null ? (script ?? '<title>codes</title>') : readFileSync(picture))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() }
}

type Bench = typeof globalThis & { ask(asked: Asked): Promise<Answered> }

function startWorker(): void {
  const worker = new Worker('/worker.js', { type: 'module' })
  const ask = (asked: Asked) =>
    new Promise<Answered>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = ({ message }) => reject(new Error(message))
      worker.postMessage(asked)
    })
  Object.assign(globalThis, { ask })
}

async function readSample(page: Page, { file, cands }: Sample, wasm: boolean): Promise<Reading> {
  await page.evaluate(
    async (url) => {
      const picture = await (await fetch(url)).blob()
      await (globalThis as Bench).ask({ picture })
    },
    `/?picture=${encodeURIComponent(file)}`,
  )
  const before = threadCpuMs('DedicatedWorker')
  const { size, texts, wallMs } = await page.evaluate((asked) => (globalThis as Bench).ask(asked), {
    cands,
    wasm,
  })
  const after = threadCpuMs('DedicatedWorker')
  return { size, texts, cpuMs: before === null || after === null ? wallMs : after - before }
}
