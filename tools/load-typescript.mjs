// The tests are TypeScript; the commands are plain node.
import { inRoot } from './run.mjs'

let loader

/**
 * Loads a TypeScript module of the project. What it imports later, while it runs, is loaded too, so
 * the process does not end by itself from here on: commands end it when they are done.
 * @param {string} file relative to the checkout
 */
export async function loadTypeScript(file) {
  loader ??= openLoader()
  return (await loader).ssrLoadModule(inRoot(file))
}

async function openLoader() {
  const { createServer } = await import('vite')
  return createServer({
    root: inRoot(),
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
    optimizeDeps: { noDiscovery: true },
    resolve: { alias: { '@': inRoot() } },
  })
}
