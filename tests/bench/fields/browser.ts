import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { build, type Rollup } from 'vite'
import type { PageSnapshot } from '@/utils/fields/types'
import { findBrowsers } from '../../../tools/browsers.mjs'
import type { PageFacts, Wrap } from './page'
import { lateMs, render } from './render'
import type { Outcome } from './score'

/** What the detector sees of a page, in the frame that has inputs, and which are the code's. */
export interface Seen {
  readonly page: PageFacts
  readonly snapshot: PageSnapshot
  /** For each field of the snapshot, its index among the inputs of the described page. */
  readonly inputs: readonly number[]
}

/** A browser with the shipped detector in every frame. */
export interface FieldsBrowser {
  find(page: PageFacts, wrap: Wrap, nodes: number): Promise<Outcome>
  look(page: PageFacts): Promise<Seen>
  close(): Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')

/** The detector, bundled as the shipped content script is. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      target: 'chrome128',
      lib: {
        entry: path.join(import.meta.dirname, 'in-page.ts'),
        formats: ['iife'],
        name: 'bench',
      },
    },
  })
  const [output] = [result].flat() as Rollup.RollupOutput[]
  const chunk = output?.output.find((part) => part.type === 'chunk')
  if (chunk === undefined) throw new Error('nothing was bundled')
  return chunk.code
}

const manifest = {
  manifest_version: 3,
  name: 'fields',
  version: '1',
  content_scripts: [
    {
      matches: ['https://*/*'],
      js: ['in-page.js'],
      all_frames: true,
      match_origin_as_fallback: true,
    },
  ],
}

/** Opens Chromium with the detector as an extension, which closed shadow roots are open to. */
export async function openFieldsBrowser(): Promise<FieldsBrowser> {
  const { chromium: executablePath } = findBrowsers()
  if (executablePath === null) throw new Error('no Chromium: npm test installs it')
  const folder = mkdtempSync(path.join(tmpdir(), 'sixpence-fields-'))
  writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  writeFileSync(path.join(folder, 'in-page.js'), await bundle())
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless: false,
    viewport: { width: 1280, height: 900 },
    args: [
      ...['--headless=new', '--no-sandbox', `--load-extension=${folder}`],
      ...[`--disable-extensions-except=${folder}`, '--disable-site-isolation-trials'],
      '--disable-features=DisableLoadExtensionCommandLineSwitch,IsolateOrigins',
    ],
  })
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { ...(await overTabs(context)), close }
}

async function overTabs(context: BrowserContext): Promise<Omit<FieldsBrowser, 'close'>> {
  const tab = await context.newPage()
  // The page's own way into closed roots: the test has to know which inputs are which.
  await context.addInitScript(() => {
    const roots = new WeakMap<Element, ShadowRoot>()
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (init) {
      const made = attach.call(this, init)
      roots.set(this, made)
      return made
    }
    Object.assign(window, {
      rootOf: (element: Element) => element.shadowRoot ?? roots.get(element),
    })
  })
  const find = async (page: PageFacts, wrap: Wrap, nodes: number) => {
    await show(tab, page, wrap, nodes)
    const answers = await Promise.all(tab.frames().map((frame) => askFrame(frame, 'bench-find')))
    let before = 0
    const found: number[][] = []
    for (const { inputs } of answers) {
      const inFrame = inputs.flatMap(({ place }, index) =>
        place === null ? [] : [{ place, index }],
      )
      inFrame.sort((a, b) => a.place - b.place)
      if (inFrame.length > 0) found.push(inFrame.map(({ index }) => index + before))
      before += inputs.length
    }
    if (before !== page.inputs.length) throw new Error(`${page.id}: ${before} inputs were drawn`)
    return { page, found, costMs: answers.reduce((sum, each) => sum + each.costMs, 0) }
  }
  const look = async (page: PageFacts) => {
    await show(tab, page, 'none', 0)
    const { inputs, facts } = await askFrame(tab.mainFrame(), 'bench-facts')
    const snapshot = JSON.parse(facts) as PageSnapshot
    const order = snapshot.fields.map((_, field) =>
      inputs.findIndex((each) => each.field === field),
    )
    return { page, snapshot, inputs: order }
  }
  return { find, look }
}

async function show(tab: Page, page: PageFacts, wrap: Wrap, nodes: number): Promise<void> {
  const host = `${page.app.toLowerCase().replace(/[^a-z0-9-]/g, '-')}.example`
  await tab.unrouteAll()
  await tab.route('**/*', (route) => {
    const url = new URL(route.request().url())
    if (route.request().resourceType() !== 'document') return route.fulfill({ status: 404 })
    const inner = wrap === 'xframe' && url.hostname.startsWith('frame-') ? 'none' : wrap
    const body = render(page, inner, nodes, `https://frame-${host}/inner`)
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body })
  })
  // Pages that differ only in what follows the # are loaded anew.
  await tab.goto('about:blank')
  const address = page.url_path?.startsWith('/') ? page.url_path : '/'
  await tab.goto(`https://${host}${address}`, { waitUntil: 'load' })
  if (page.late_insert || wrap === 'late') await tab.waitForTimeout(lateMs + 60)
  await tab.waitForFunction(() => document.readyState === 'complete')
}

interface Answer {
  readonly inputs: readonly { readonly place: number | null; readonly field: number | null }[]
  readonly costMs: number
  readonly facts: string
}

/** Has the detector look in one frame, and reads what it found off all inputs there. */
function askFrame(frame: Frame, event: string): Promise<Answer> {
  return frame.evaluate((type) => {
    const { rootOf } = window as unknown as { rootOf(element: Element): ShadowRoot | undefined }
    const inputs: HTMLElement[] = []
    const walk = (within: Element | ShadowRoot) => {
      for (const each of within.children) {
        if (/^(?:INPUT|SELECT|TEXTAREA)$/.test(each.tagName)) inputs.push(each as HTMLElement)
        const shadow = rootOf(each)
        if (shadow) walk(shadow)
        walk(each)
      }
    }
    document.dispatchEvent(new Event(type))
    walk(document.documentElement)
    const { benchCost = '0', benchFacts = '' } = document.documentElement.dataset
    const number = (text: string | undefined) => (text === undefined ? null : Number(text))
    return {
      inputs: inputs.map(({ dataset }) => ({
        place: number(dataset['benchFound']),
        field: number(dataset['benchField']),
      })),
      costMs: Number(benchCost),
      facts: benchFacts,
    }
  }, event)
}
