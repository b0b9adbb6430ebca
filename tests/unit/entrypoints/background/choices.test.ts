import { describe, expect, it, vi } from 'vitest'
import { pickRecoveryCodes, readPicture } from '@/entrypoints/background/choices'

const click = { tabId: 7, frameId: 3, selection: 'ab-12 cd-34', picture: 'https://a.example/q.png' }

interface Browser {
  readonly opens?: boolean
  /** What the page says is selected. */
  readonly lines?: string | null
}

function portsIn({ opens = true, lines = null }: Browser = {}) {
  const log: string[] = []
  const ports = {
    openPopup: vi.fn(async () => {
      log.push('open')
      return opens
    }),
    picked: {
      put: async ({ tabId, text, atMs }: { tabId: number; text: string; atMs: number }) =>
        void log.push(`keep ${tabId} ${JSON.stringify(text)} ${atMs}`),
    },
    selectionInTab: vi.fn(async () => lines),
    pointPicture: vi.fn(async () => void log.push('point')),
    markWaiting: async (tabId: number, choice: string) => void log.push(`mark ${tabId} ${choice}`),
    unmarkAt: async (atMs: number) => void log.push(`unmark at ${atMs}`),
    now: () => 5,
  }
  return { log, ports }
}

describe('"Keep as recovery codes"', () => {
  it('opens the popup straight from the click, before anything is waited for', () => {
    const { ports } = portsIn()
    void pickRecoveryCodes(click, ports)
    expect(ports.openPopup).toHaveBeenCalledOnce()
  })

  it('has the lines of the page take the place of the browser’s one', async () => {
    const { log, ports } = portsIn({ lines: 'ab-12\ncd-34' })
    await pickRecoveryCodes(click, ports)
    expect(ports.selectionInTab).toHaveBeenCalledWith(7, 3)
    expect(log).toEqual(['open', 'keep 7 "ab-12 cd-34" 5', 'keep 7 "ab-12\\ncd-34" 5'])
  })

  it('takes the browser’s word where the page cannot be asked: a frame of another site', async () => {
    const { log, ports } = portsIn()
    await pickRecoveryCodes(click, ports)
    expect(log).toEqual(['open', 'keep 7 "ab-12 cd-34" 5'])
  })

  it('keeps a selection without words, too: the popup says that there are no codes in it', async () => {
    const { log, ports } = portsIn()
    await pickRecoveryCodes({ ...click, selection: '' }, ports)
    expect(log).toContain('keep 7 "" 5')
  })

  it('keeps no more of a page than a list of codes may be', async () => {
    const { log, ports } = portsIn()
    await pickRecoveryCodes({ ...click, selection: 'x'.repeat(1_000_000) }, ports)
    expect(log[1]?.length).toBeLessThan(50_100)
  })
})

it('"Read this code" has the picture wait for the popup that it opens', async () => {
  const { log, ports } = portsIn()
  await readPicture(click, ports)
  expect(ports.pointPicture).toHaveBeenCalledWith(
    { tabId: 7, frameId: 3, address: 'https://a.example/q.png' },
    5,
  )
  expect(log).toEqual(['point', 'open'])
})

it('a picture that cannot be kept is read off the page: the popup opens all the same', async () => {
  const { log, ports } = portsIn()
  ports.pointPicture.mockRejectedValue(new Error('quota'))
  await readPicture(click, ports)
  expect(log).toEqual(['open'])
})

describe('where the browser does not open the popup', () => {
  it.each([
    ['selection', pickRecoveryCodes],
    ['picture', readPicture],
  ] as const)(
    'the toolbar button says that a %s waits, until it is dropped',
    async (name, choose) => {
      const { log, ports } = portsIn({ opens: false })
      await choose(click, ports)
      expect(log.slice(-2)).toEqual([`mark 7 ${name}`, 'unmark at 600005'])
    },
  )
})
