import { type MinifyOptions, minify } from 'terser'
import type { Plugin } from 'vite'
import { defineConfig } from 'wxt'
import { groupsOfParts } from './tools/parts.mjs'
import { productName } from './utils/product'

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

/** While developing, the pages fetch modules and styles from the development server. */
const developmentPolicy = policy.map((rule) => {
  if (rule.startsWith('style-src')) return `${rule} 'unsafe-inline'`
  if (rule.startsWith('connect-src'))
    return "connect-src 'self' ws://localhost:* http://localhost:*"
  return rule
})

/**
 * Starts scripts of pages as they are: what WXT puts around them, to log what goes wrong while
 * developing, is half a kilobyte in every page of an allowed site.
 */
const leanScripts = {
  name: 'lean-scripts',
  transform(code: string, id: string) {
    if (!id.includes('virtual:wxt-unlisted-script-entrypoint')) return null
    const [line] = /^import definition from .*$/m.exec(code) ?? []
    if (line === undefined) throw new Error('WXT starts unlisted scripts in another way')
    return { code: `${line}\nexport default definition.main()\n`, map: null }
  },
}

/** What the watcher has, by the modules that it is alone in. */
const shared = {
  '/utils/fields/dom/root-of.ts': 'rootOf',
  '/utils/fields/dom/text-of.ts': 'textOf',
  '/utils/fields/sign.ts': 'hasSign',
}

/**
 * What is brought into a page beside the watcher takes from it what that has already, and does not
 * weigh on the page a second time.
 */
function takenFromWatcher(): Plugin {
  let isBrought = false
  return {
    name: 'taken-from-watcher',
    enforce: 'pre',
    buildStart({ input }) {
      const entries = JSON.stringify(input).replace(/\\+/g, '/')
      isBrought = /entrypoints\/(?:find|fill|point|send)\.ts/.test(entries)
    },
    load(id) {
      const [, name] = Object.entries(shared).find(([file]) => id.endsWith(file)) ?? []
      if (!isBrought || name === undefined) return null
      return `import { world } from '@/entrypoints/fill.content/world'
        export const { ${name} } = world.shared ?? {}`
    },
  }
}

/** Smaller by a twentieth than what Vite makes of them: every byte is in every such page. */
const smallScripts: Plugin = {
  name: 'small-scripts',
  enforce: 'post',
  async generateBundle({ format }, bundle) {
    if (format !== 'iife') return
    for (const output of Object.values(bundle)) {
      if (output.type !== 'chunk') continue
      const options = output.fileName === 'background.js' ? smallest : smallestInPages()
      output.code = (await minify(output.code, options)).code ?? ''
    }
  },
}

const smallest: MinifyOptions = {
  ecma: 2020,
  toplevel: true,
  compress: { passes: 4, pure_getters: true, unsafe_arrows: true, hoist_funs: true },
}

/**
 * What only the script that makes it knows: no message and no other script of ours, so it may have
 * any name.
 */
const ownProperties = (
  'context bias signals restedMs timer spend drop bring typed branches element pseudo ' +
  'reachable inView sight inputs wanted expect forget'
).split(' ')

/**
 * What our scripts in a page know of each other, and nobody else: no page, no message, and nothing
 * that the background asks them. By the same letter in all of them, in this order.
 */
const sharedProperties = (
  'plain lists hits fields names said own page prose actions fellows ownOf visible reasons reading ' +
  'facts scannerOf likely mayAsk searchAll tookMs isOver listening atEnd reader filler kinds words ' +
  'roots hear shared box'
).split(' ')
/** Nothing else is called by one of these: no x, no y. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef'
if (sharedProperties.length > letters.length) throw new Error('not enough letters')

/** Made anew for each script: the minifier keeps the names there that it finds. */
const smallestInPages = (): MinifyOptions => ({
  ...smallest,
  mangle: {
    properties: {
      builtins: true,
      regex: new RegExp(`^(?:${[...ownProperties, ...sharedProperties].join('|')})$`),
    },
  },
  nameCache: {
    props: {
      props: Object.fromEntries(
        sharedProperties.map((name, index) => [`$${name}`, letters.charAt(index)]),
      ),
    },
  },
})

/** The QR decoder comes with a web address to fetch its program from, which it has from us. */
const noWebAddress: Plugin = {
  name: 'no-web-address',
  transform(code, id) {
    if (!id.includes('zxing-wasm/dist/es/share.js')) return null
    const silent = code.replace(/`https:[^`]*`/, "''")
    if (silent === code) throw new Error('zxing-wasm names its address in another way')
    return { code: silent, map: null }
  },
}

/** Few files for what is fetched together; scripts for web pages are one file each anyway. */
const inParts: Plugin = {
  name: 'in-parts',
  outputOptions: (options) =>
    options.format === 'es' ? { ...options, codeSplitting: { groups: groupsOfParts() } } : null,
}

export default defineConfig({
  imports: false,
  outDir: '.output',
  manifest: ({ browser, command }) => ({
    name: productName,
    description: '__MSG_manifestDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'idle',
      'activeTab',
      'scripting',
      'contextMenus',
      'clipboardWrite',
      // Firefox has no offscreen documents; its event page may write to the clipboard.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // For backups that outlive the extension; asked for when they are switched on.
    optional_permissions: ['downloads'],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: {
      extension_pages: (command === 'serve' ? developmentPolicy : policy).join('; '),
    },
    action: { default_title: productName },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
      fill: {
        // With F, Firefox opens its File menu; K is no menu's letter in most languages.
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_manifestCommandFill__',
      },
      scan: {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_manifestCommandScan__',
      },
      lock: {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_manifestCommandLock__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'sixpence@sixpence.example',
              // The oldest one in which sender.documentId and documentIds were seen to work.
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
  hooks: {
    // Built as a plain script: the wrapper WXT gives content scripts posts a message to the page,
    // by which every page could tell that we are installed.
    'entrypoints:resolved': (_, entrypoints) => {
      const index = entrypoints.findIndex(({ type }) => type === 'content-script')
      const script = entrypoints[index]
      if (script) entrypoints[index] = { ...script, type: 'unlisted-script', options: {} }
    },
    // Scripts for pages are registered at run time, one granted site at a time, so the
    // manifest names no site: neither as content script nor as host permission.
    'build:manifestGenerated': (_, manifest) => {
      delete manifest.content_scripts
      delete manifest.host_permissions
      delete manifest.web_accessible_resources
    },
  },
  vite: () => ({
    plugins: [leanScripts, takenFromWatcher(), smallScripts, inParts],
    worker: { format: 'es', plugins: () => [noWebAddress] },
    // What the manifests ask for at least: newer syntax and light-dark() need no translation.
    build: {
      modulePreload: {
        polyfill: false,
        // The files lie beside each other on the disk: telling every page beforehand what each part
        // imports costs more than it saves. Their styles must still be named.
        resolveDependencies: (_, files, { hostType }) =>
          hostType === 'js' ? files.filter((file) => file.endsWith('.css')) : files,
      },
      target: ['chrome128', 'firefox153'],
    },
    server: { cors: { origin: /^(chrome|moz)-extension:\/\// } },
  }),
})
