import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { budgets, builds, firstLoad, sizesOf } from '../../tools/sizes.mjs'

const output = path.resolve(import.meta.dirname, '../../.output')
const read = (...parts: string[]) => readFileSync(path.join(output, ...parts), 'utf8')

const permissions = [
  'storage',
  'unlimitedStorage',
  'alarms',
  'idle',
  'activeTab',
  'scripting',
  'contextMenus',
  'clipboardWrite',
]

const everySection = [
  'action',
  'background',
  'commands',
  'content_security_policy',
  'default_locale',
  'description',
  'icons',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'optional_permissions',
  'permissions',
  'version',
]

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'none'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
]

const isScript = (file: string) => file.endsWith('.js')
/** What shows the codes on a page, and is fetched when there seem to be some. */
const isOfFound = (file: string) => /^found-[\w-]{8}\.js$/.test(file)
/** What starts the popup. */
const startsPopup = (file: string) => /^popup-[\w-]{8}\.js$/.test(file)

/** The scripts that one of the chunks imports when it is fetched. */
function neededAtOnce(name: string, file: string): readonly string[] {
  const imports = read(name, 'chunks', file).matchAll(/(?:from|import)"\.\/([^"]+)"/g)
  return [...imports].map(([, other = '']) => other)
}

/** Every script that a page may ever fetch. */
function everFetched(name: string, page: string): readonly string[] {
  const files = new Set(
    firstLoad(path.join(output, name), page)
      .filter(isScript)
      .map((file) => path.basename(file)),
  )
  for (const file of files) {
    const named = read(name, 'chunks', file).matchAll(/["'`]\.\/([\w-]+\.js)["'`]/g)
    for (const [, other = ''] of named) files.add(other)
  }
  return [...files]
}

describe.each(builds)('the shipped build %s', (name) => {
  const manifest = JSON.parse(read(name, 'manifest.json'))

  test('stays within its budgets', () => {
    const sizes = sizesOf(name)
    expect(sizes.watcher.raw).toBeLessThanOrEqual(budgets.watcher)
    expect(sizes.finder.raw).toBeLessThanOrEqual(budgets.finder)
    expect(sizes.filler.raw).toBeLessThanOrEqual(budgets.filler)
    expect(sizes.popupFirstLoad.raw).toBeLessThanOrEqual(budgets.popupFirstLoad)
    expect(sizes.background.raw).toBeLessThanOrEqual(budgets.background)
  })

  test('measures a popup that really loads scripts and styles', () => {
    const files = firstLoad(path.join(output, name), 'popup.html')
    expect(files.filter(isScript).length).toBeGreaterThan(1)
    expect(files.filter((file) => file.endsWith('.css')).length).toBeGreaterThan(0)
  })

  test('has what is fetched together in few files', () => {
    const scripts = firstLoad(path.join(output, name), 'popup.html').filter(isScript)
    expect(scripts.length).toBeLessThanOrEqual(6)
    const found = readdirSync(path.join(output, name, 'chunks')).filter(isOfFound)
    expect(found).toHaveLength(1)
    const needed = neededAtOnce(name, found[0] ?? '')
    expect(needed.length).toBeLessThanOrEqual(6)
  })

  test('has no page but the popup fetch what starts the popup', () => {
    const pages = readdirSync(path.join(output, name)).filter((file) => file.endsWith('.html'))
    expect(pages).toContain('manage.html')
    const startedBy = pages.filter((page) => everFetched(name, page).some(startsPopup))
    expect(startedBy).toEqual(['popup.html'])
  })

  test('has no parts that need each other in a circle: they would run in no order', () => {
    const files = readdirSync(path.join(output, name, 'chunks')).filter(isScript)
    const needs = new Map(files.map((file) => [file, neededAtOnce(name, file)]))
    expect([...needs.values()].some((others) => others.length > 3)).toBe(true)
    // What needs nothing that is left is taken away, over and over.
    for (let before = -1; before !== needs.size; ) {
      before = needs.size
      for (const [file, others] of needs)
        if (!others.some((other) => needs.has(other))) needs.delete(file)
    }
    expect([...needs.keys()]).toEqual([])
  })

  test('says in its manifest nothing but this', () => {
    const isChrome = name === 'chrome-mv3'
    expect(Object.keys(manifest).sort()).toEqual(
      [...everySection, isChrome ? 'minimum_chrome_version' : 'browser_specific_settings'].sort(),
    )
    expect(manifest.background).toEqual(
      isChrome ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    )
    expect(Object.keys(manifest.action).sort()).toEqual(['default_popup', 'default_title'])
    expect(Object.keys(manifest.commands)).toEqual(['_execute_action', 'fill', 'scan', 'lock'])
    expect(Object.keys(manifest.content_security_policy)).toEqual(['extension_pages'])
    expect(manifest.content_security_policy.extension_pages.split('; ')).toEqual(policy)
  })

  test('asks for these permissions and no others', () => {
    expect(manifest.permissions).toEqual(
      name === 'chrome-mv3' ? [...permissions, 'offscreen'] : permissions,
    )
    expect(manifest.optional_permissions).toEqual(['downloads'])
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ])
  })

  test('runs nothing on pages and opens nothing to them before a site is granted', () => {
    expect(manifest.host_permissions).toBeUndefined()
    expect(manifest.content_scripts).toBeUndefined()
    expect(manifest.web_accessible_resources).toBeUndefined()
    expect(manifest.externally_connectable).toBeUndefined()
  })

  test('cannot talk to the network', () => {
    const policy: string = manifest.content_security_policy.extension_pages
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/https?:/)
  })

  test('names no web address for a program, not even one that is never asked for', () => {
    const files = readdirSync(path.join(output, name), { recursive: true }).map(String)
    const scripts = files.filter((file) => file.endsWith('.js'))
    const text = scripts.map((file) => read(name, file)).join('\n')
    expect(text).toContain('data:application/wasm;base64,')
    expect(text.match(/https?:[^\s"'`]*(?:\.wasm|\.m?js\b|cdn|jsdelivr|unpkg)/g)).toBeNull()
    expect(files.filter((file) => file.endsWith('.wasm'))).toEqual([])
  })

  // Browsers send these in the name of the page, and tell nobody who asked.
  test.each(['content-scripts/watch.js', 'start.js', 'find.js', 'fill.js', 'point.js', 'send.js'])(
    '%s knows no way to ask the network',
    (file) => {
      const ways =
        /\bfetch\b|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeer|\bImage\b|createElement|\.(src|href|innerHTML)\s*=|insertAdjacent|\bopen\(|importScripts|\bimport\(/
      expect(read(name, file).match(ways)).toBeNull()
    },
  )

  test('has every icon it names', () => {
    const icons = readdirSync(path.join(output, name, 'icons'))
    for (const file of Object.values<string>(manifest.icons)) {
      expect(icons).toContain(path.basename(file))
    }
  })
})
