import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import './tests/node20.ts'

const every = 'tests/unit/**/*.test.{ts,tsx}'

/** Tests that put something in the place of a browser's globals or modules: each has a process. */
const standIns = ['utils/messages', 'utils/platform', 'utils/storage'].map(
  (folder) => `tests/unit/${folder}/**/*.test.ts`,
)

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 20_000,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [every],
          exclude: standIns,
          isolate: false,
          setupFiles: './tests/fresh-document.ts',
        },
      },
      { extends: true, test: { name: 'stand-ins', include: standIns } },
    ],
  },
})
