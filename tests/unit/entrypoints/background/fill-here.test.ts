import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFillHere, type FillHerePorts } from '@/entrypoints/background/fill-here'
import { AppError } from '@/utils/errors/app-error'
import { registrableDomain } from '@/utils/sites/domain'
import type { VaultDocument } from '@/utils/vault/document'
import { accountOf, codeNow, documentOf, hotpOf, nowMs, siteOf } from './sample'

const origin = 'https://example.org'
const popup = { origin: 'chrome-extension://ours', documentId: null, tabId: null, frameId: null }

const read = vi.fn<FillHerePorts['vault']['read']>()
const change = vi.fn<FillHerePorts['vault']['change']>()
const measureDocument = vi.fn<FillHerePorts['measureDocument']>()
const injectFill = vi.fn<FillHerePorts['injectFill']>()
const sendToDocument = vi.fn<FillHerePorts['sendToDocument']>()
const unmark = vi.fn<FillHerePorts['unmark']>()
const handler = createFillHere({
  vault: { read, change },
  now: () => nowMs,
  registrableDomain,
  measureDocument,
  injectFill,
  sendToDocument,
  unmark,
})
const fillHere = () => handler({ type: 'fill.here', tabId: 7, accountId: 'ada' }, popup)

let saved: VaultDocument

const pageThat =
  ({ finds, takes }: { finds: boolean; takes: boolean }): FillHerePorts['sendToDocument'] =>
  async (_tabId, _documentId, { type }) =>
    type === 'content.find' ? { found: finds } : { filled: takes }

beforeEach(() => {
  vi.resetAllMocks()
  saved = documentOf(accountOf('ada', [siteOf(origin)]))
  read.mockImplementation(async () => saved)
  change.mockImplementation(async (_, edit) => {
    saved = edit(saved)
    return saved
  })
  measureDocument.mockResolvedValue({ origin, documentId: 'doc' })
  sendToDocument.mockImplementation(pageThat({ finds: true, takes: true }))
})

describe('createFillHere', () => {
  it('sends the code to the measured document and to no other', async () => {
    expect(await fillHere()).toEqual({ kind: 'filled' })
    expect(injectFill).toHaveBeenCalledWith(7, 'doc')
    expect(sendToDocument.mock.calls).toEqual([
      [7, 'doc', { type: 'content.find' }],
      [7, 'doc', { type: 'content.write', code: codeNow }],
    ])
    expect(unmark).toHaveBeenCalledWith(7)
  })

  it.each([
    'https://example.com',
    'https://examp1e.org',
    'https://www.example.org',
    'https://example.org:8443',
    'https://example.org.evil.example',
  ])('sends nothing to %s, another site, and says which it is', async (page) => {
    measureDocument.mockResolvedValue({ origin: page, documentId: 'doc' })
    expect(await fillHere()).toEqual({ kind: 'other-site', host: new URL(page).host })
    expect(injectFill).not.toHaveBeenCalled()
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each(['null', '', 'http://example.org', 'file://', 'chrome://settings'])(
    'refuses a document of origin %j',
    async (page) => {
      measureDocument.mockResolvedValue({ origin: page, documentId: 'doc' })
      await expect(fillHere()).rejects.toMatchObject({ code: 'page-off-limits' })
      expect(sendToDocument).not.toHaveBeenCalled()
    },
  )

  it('sends nothing when the page navigated after it was measured', async () => {
    injectFill.mockRejectedValue(new AppError('page-off-limits'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'page-off-limits' })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it('tells of no fill when the page navigated after the script came in', async () => {
    sendToDocument.mockResolvedValue(null)
    expect(await fillHere()).toEqual({ kind: 'no-field' })
    expect(unmark).not.toHaveBeenCalled()
  })

  it('says when the page has no code field, and sends no code there', async () => {
    sendToDocument.mockImplementation(pageThat({ finds: false, takes: true }))
    expect(await fillHere()).toEqual({ kind: 'no-field' })
    expect(sendToDocument).toHaveBeenCalledExactlyOnceWith(7, 'doc', { type: 'content.find' })
  })

  it('says when the field did not take the code', async () => {
    sendToDocument.mockImplementation(pageThat({ finds: true, takes: false }))
    expect(await fillHere()).toEqual({ kind: 'no-field' })
  })

  it('fills on request where the site is not filled on arrival', async () => {
    saved = documentOf(accountOf('ada', [siteOf(origin, { fill: 'request' })]))
    expect(await fillHere()).toEqual({ kind: 'filled' })
  })

  it.each([
    ['an account never to be filled there', accountOf('ada', [siteOf(origin, { fill: 'never' })])],
    ['an account bound to no site', accountOf('ada', [])],
  ])('sends nothing for %s', async (_, account) => {
    saved = documentOf(account)
    expect(await fillHere()).toEqual({ kind: 'other-site', host: 'example.org' })
    expect(sendToDocument).not.toHaveBeenCalled()
  })

  it.each([
    ['an account that does not exist', documentOf()],
    ['an account in the trash', documentOf(accountOf('ada', [siteOf(origin)], { deletedAtMs: 1 }))],
  ])('knows no %s', async (_, document) => {
    saved = document
    await expect(fillHere()).rejects.toMatchObject({ code: 'account-missing' })
    expect(injectFill).not.toHaveBeenCalled()
  })

  it('does nothing while locked', async () => {
    read.mockRejectedValue(new AppError('vault-locked'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'vault-locked' })
    expect(injectFill).not.toHaveBeenCalled()
  })

  it('moves a counter before its code is sent (RFC 4226 appendix D, counter 1)', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    sendToDocument.mockImplementation(async (_tabId, _documentId, { type }) => {
      if (type === 'content.find') return { found: true }
      expect(saved.accounts[0]?.parameters).toMatchObject({ counter: 2 })
      return { filled: true }
    })
    await fillHere()
    expect(sendToDocument).toHaveBeenCalledWith(7, 'doc', { type: 'content.write', code: '287082' })
  })

  it('sends no code of a counter that could not be saved', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    change.mockRejectedValue(new AppError('storage-full'))
    await expect(fillHere()).rejects.toMatchObject({ code: 'storage-full' })
    expect(sendToDocument).toHaveBeenCalledExactlyOnceWith(7, 'doc', { type: 'content.find' })
  })

  it('leaves a counter where it is when the page has no code field', async () => {
    saved = documentOf(hotpOf('ada', [siteOf(origin)]))
    sendToDocument.mockImplementation(pageThat({ finds: false, takes: false }))
    for (let click = 0; click < 10; click++) await fillHere()
    expect(change).not.toHaveBeenCalled()
    expect(saved.accounts[0]?.parameters).toMatchObject({ counter: 1 })
  })
})
