import { expect, test } from 'vitest'
import { browserOf } from '@/components/screens/manage/welcome/browser-of'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'firefox'],
  ['Mozilla/5.0 (X11) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36', 'chrome'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0', 'edge'],
  ['Mozilla/5.0 (X11) Chrome/156.0.0.0 Safari/537.36 OPR/120.0.0.0', 'chrome'],
  ['', 'chrome'],
])('%j counts as %s', (userAgent, expected) => {
  expect(browserOf(userAgent)).toBe(expected)
})
