import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import './tests/node20.ts'
import { LongestFirst } from './tools/longest-first.mjs'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    environment: 'node',
    // Tests wait as much as they work: one more than the two cores of a small machine.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a page said is told in full: it may not say it again.
    chaiConfig: { truncateThreshold: 0 },
    // What is waited for comes at once on a quiet machine, and late on a busy one.
    expect: { poll: { timeout: 20_000 } },
  },
})
