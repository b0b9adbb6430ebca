import { defineConfig } from 'wxt'
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
      'clipboardWrite',
      // Firefox has no offscreen documents; its event page may write to the clipboard.
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    content_security_policy: {
      extension_pages: (command === 'serve' ? developmentPolicy : policy).join('; '),
    },
    action: { default_title: productName },
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+O' } },
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
    // The content script is registered at run time, one granted site at a time, so the
    // manifest names no site: neither as content script nor as host permission.
    'build:manifestGenerated': (_, manifest) => {
      delete manifest.content_scripts
      delete manifest.host_permissions
      delete manifest.web_accessible_resources
    },
  },
  vite: () => ({
    worker: { format: 'es' },
    // What the manifests ask for at least: newer syntax and light-dark() need no translation.
    build: { modulePreload: { polyfill: false }, target: ['chrome128', 'firefox153'] },
    server: { cors: { origin: /^(chrome|moz)-extension:\/\// } },
  }),
})
