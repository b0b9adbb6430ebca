import { describe, expect, it } from 'vitest'
import { createLook, type LookPorts } from '@/entrypoints/background/look'
import { registrableDomain } from '@/utils/sites/domain'
import { documentOf, nowMs } from './sample'

const origin = 'https://example.org'
const caller = { documentId: null, tabId: null, frameId: null, origin: 'ours', url: '' }

function lookAt(granted: boolean, asked: boolean | undefined) {
  const entered: string[] = []
  const ports: LookPorts = {
    vault: { peek: async () => documentOf() },
    now: () => nowMs,
    registrableDomain,
    hasOrigin: async () => granted,
    measureFrames: async () => [{ frameId: 0, documentId: 'doc', origin, path: '/' }],
    injectFill: async (_tabId, documentId) => void entered.push(documentId),
    sendToDocument: async (_tabId, documentId) =>
      entered.includes(documentId) ? { prompt: 'authenticator', home: true } : null,
  }
  const seen = createLook(ports)({ type: 'fill.look', tabId: 7, asked }, caller)
  return seen.then(({ kind }) => ({ kind, entered }))
}

describe('createLook', () => {
  it.each([
    ['allowed', true, undefined],
    ['allowed to nobody, for something that the user does there', false, true],
  ])('tells what a page asks for on a site that is %s', async (_, granted, asked) => {
    expect(await lookAt(granted, asked)).toEqual({ kind: 'authenticator', entered: ['doc'] })
  })

  it.each([undefined, false])('enters no other page by itself (asked: %s)', async (asked) => {
    expect(await lookAt(false, asked)).toEqual({ kind: null, entered: [] })
  })
})
