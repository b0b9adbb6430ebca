import * as v from 'valibot'
import { expect, test } from 'vitest'
import { requests } from '@/utils/messages/contract'
import {
  clipboardSeconds,
  clipboardSecondsSchema,
  longestClipboardSeconds,
} from '@/utils/vault/clipboard-seconds'

test.each([
  [undefined, 30],
  [{}, 30],
  [{ clearClipboardSeconds: 0 }, 0],
  [{ clearClipboardSeconds: 120 }, 120],
])('settings %j mean %d seconds', (settings, seconds) => {
  expect(clipboardSeconds(settings)).toBe(seconds)
})

test.each([
  [0, true],
  [longestClipboardSeconds, true],
  [longestClipboardSeconds + 1, false],
  [-1, false],
  [0.5, false],
])('%d is a time in the vault and in the message alike: %s', (seconds, isOne) => {
  const message = { type: 'clipboard.copied', seconds, atMs: 1 }
  expect(v.is(clipboardSecondsSchema, seconds)).toBe(isOne)
  expect(v.is(requests['clipboard.copied'].schema, message)).toBe(isOne)
})
