import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import './tests/node20.ts'

const every = 'tests/unit/**/*.test.{ts,tsx}'

/** Tests of code without a document or a browser: they share processes, which is quicker. */
const pure = ['backup', 'bytes', 'clock', 'otp', 'password', 'recovery', 'sites', 'vault'].map(
  (folder) => `tests/unit/utils/${folder}/**/*.test.ts`,
)

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    environment: 'node',
    // One more than there are cores, as some tests wait; vitest itself would leave a core idle.
    maxWorkers: availableParallelism() + 1,
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 20_000,
    unstubGlobals: true,
    projects: [
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'unit', include: [every], exclude: pure } },
    ],
  },
})
