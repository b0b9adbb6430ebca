import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClearer } from '@/utils/platform/clipboard/clearer'
import { tellEmptied } from '@/utils/platform/clipboard/emptied'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('in Chromium, the clearer', () => {
  /** Addresses of documents that were opened; the last may still be. */
  let opened: string[]
  let isOpen: boolean
  const createDocument = vi.fn(async ({ url }: { url: string }) => {
    if (isOpen) throw new Error('Only a single offscreen document may be created.')
    isOpen = true
    opened.push(url)
  })
  const closeDocument = vi.fn(async () => {
    isOpen = false
  })

  /** What the next document does while it loads. */
  const says = (isEmptied: boolean) =>
    createDocument.mockImplementationOnce(async ({ url }) => {
      opened.push(url)
      tellEmptied(isEmptied)
    })

  beforeEach(() => {
    vi.clearAllMocks()
    opened = []
    isOpen = false
    vi.stubGlobal('chrome', {
      offscreen: { createDocument, closeDocument },
      runtime: { getContexts: async () => (isOpen ? [{}] : []) },
    })
  })

  it('opens a document for the clipboard that knows its time by its address', async () => {
    expect(await createClearer().later(1_234)).toBe(true)
    expect(createDocument).toHaveBeenCalledWith(
      expect.objectContaining({ url: '/offscreen.html?due=1234', reasons: ['CLIPBOARD'] }),
    )
    expect(await createClearer().waits()).toBe(true)
  })

  it('has a later time take the place of an earlier one', async () => {
    await createClearer().later(1)
    await createClearer().later(2)
    expect(closeDocument).toHaveBeenCalledOnce()
    expect(opened).toEqual(['/offscreen.html?due=1', '/offscreen.html?due=2'])
  })

  it('empties now by a document whose time is over', async () => {
    await createClearer().later(9)
    says(true)
    await createClearer().now()
    expect(opened.at(-1)).toBe('/offscreen.html?due=0')
  })

  it('throws clipboard-denied where that document could not', async () => {
    says(false)
    await expect(createClearer().now()).rejects.toMatchObject({ code: 'clipboard-denied' })
  })

  it('throws clipboard-denied where that document says nothing', async () => {
    vi.useFakeTimers()
    const now = expect(createClearer().now()).rejects.toMatchObject({ code: 'clipboard-denied' })
    await vi.advanceTimersByTimeAsync(3_000)
    await now
    vi.useRealTimers()
  })

  it('takes it as cancelled when the document closed itself meanwhile', async () => {
    await createClearer().later(1)
    closeDocument.mockImplementationOnce(async () => {
      isOpen = false
      throw new Error('No current offscreen document.')
    })
    await createClearer().cancel()
    expect(await createClearer().waits()).toBe(false)
  })
})

describe('in Firefox, the clearer', () => {
  const writeText = vi.fn(async () => {})

  beforeEach(() => {
    vi.stubGlobal('chrome', { runtime: {} })
    vi.stubGlobal('navigator', { clipboard: { writeText } })
  })

  it('writes from the event page', async () => {
    await createClearer().now()
    expect(writeText).toHaveBeenCalledWith('')
  })

  it('cannot wait by itself', async () => {
    expect(await createClearer().later(1)).toBe(false)
    expect(await createClearer().waits()).toBe(false)
  })

  it('throws clipboard-denied where the browser refuses', async () => {
    writeText.mockRejectedValueOnce(new Error())
    await expect(createClearer().now()).rejects.toMatchObject({ code: 'clipboard-denied' })
  })
})
