import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countRequests, requestsOf } from '@/tests/driver/chromium-log'

const folder = mkdtempSync(path.join(tmpdir(), 'net-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ours = 'chrome-extension://aaaa'
const started = (initiator: string, url: string) =>
  `${JSON.stringify({ type: 7, params: { initiator, url } })},`

test('only requests that the extension started count, its own files and half a line do not', () => {
  const file = path.join(folder, 'log.json')
  const lines = [
    '{"constants":{"logEventTypes":{"URL_REQUEST_START_JOB":7,"OTHER":8}},',
    '"events": [',
    started(ours, 'https://away.example/'),
    started('https://page.example', `https://away.example/?about=${ours}`),
    started(ours, `${ours}/popup.js`),
    JSON.stringify({ type: 8, params: { initiator: ours, url: 'https://other.example/' } }),
    `{"type":7,"params":{"initiator":"${ours}","url":"https://ha`,
  ]
  writeFileSync(file, lines.join('\n'))
  expect(requestsOf(ours, file)).toEqual(['https://away.example/'])
  expect(countRequests(file)).toBe(3)
})

test('no log is no requests', () => {
  expect(requestsOf(ours, path.join(folder, 'absent.json'))).toEqual([])
})
