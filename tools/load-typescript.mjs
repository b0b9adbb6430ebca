// The tests are TypeScript; the commands are plain node.
import { inRoot } from './run.mjs'

/**
 * Loads a TypeScript module of the project.
 * @param {string} file relative to the checkout
 */
export async function loadTypeScript(file) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(inRoot(file), {
    root: inRoot(),
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': inRoot() } },
  })
  return module
}
