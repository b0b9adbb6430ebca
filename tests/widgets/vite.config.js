import { compile, compileModule } from 'svelte/compiler'

/** Svelte's own compiler, for components and for modules with runes. */
const svelte = {
  name: 'svelte',
  config: () => ({ resolve: { conditions: ['svelte', 'module', 'browser', 'production'] } }),
  transform(code, filename) {
    if (!/\.svelte(\.js)?$/.test(filename)) return null
    const compiler = filename.endsWith('.js') ? compileModule : compile
    const { js } = compiler(code, { filename, generate: 'client' })
    return { code: js.code, map: js.map }
  },
}

export default {
  base: './',
  plugins: [svelte],
  // What is built for a test need not be small.
  build: { minify: false, chunkSizeWarningLimit: 1e6 },
}
