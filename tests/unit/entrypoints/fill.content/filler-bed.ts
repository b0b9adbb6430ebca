import { afterEach, beforeEach, vi } from 'vitest'
import { createFiller, type Filler, type FillerPorts } from '@/entrypoints/fill.content/filler'
import { createWatcher, type Watcher, type WatcherPorts } from '@/entrypoints/fill.content/watcher'
import type { Sight } from '@/utils/fields/dom/sight'
import { isFillable } from '@/utils/fields/fillable'
import type { PromptKind } from '@/utils/fields/types'
import type { FillDecision } from '@/utils/messages/contract'

/** What the tests set of the page around the filler. */
export const bed = {
  hidden: false,
  /** A view that the tests scroll. */
  inView: true,
  onSeen: null as (() => void) | null,
  /** What the page asks for. */
  kind: 'unknown' as PromptKind,
}

export const ask = vi.fn<FillerPorts['ask']>()
export const unused = vi.fn<FillerPorts['unused']>()
export const pointed = vi.fn<FillerPorts['pointed']>()
export const typed = vi.fn<WatcherPorts['typed']>()
export const submit = vi.fn<FillerPorts['submit']>()
export const focused = vi.fn<FillerPorts['focused']>()
export const isConnected = vi.fn<WatcherPorts['isConnected']>()
export const bring = vi.fn<Sight['bring']>()
let watchers: Watcher[] = []

/** A code that the background answers with. */
export function codeOf(code: string, isSubmitted = false, forMs = 20_000): FillDecision {
  return { kind: 'code', code, forMs, submit: isSubmitted }
}

export const code = codeOf('012345')
export const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
export const settled = () => wait(150)
export const inputs = () => [...document.querySelectorAll('input')]
export const value = () => inputs()[0]?.value
export const all = () =>
  inputs()
    .map((input) => input.value)
    .join('')

/** What finds: every input of the page, as if it were the code field. */
export const find = vi.fn<FillerPorts['find']>()

const sight: Sight = {
  has: () => bed.inView,
  await: (_, seen) => {
    bed.onSeen = seen
  },
  forget: () => {
    bed.onSeen = null
  },
  bring,
}

/** A filler, and the watcher that it was brought to. */
interface Both extends Filler {
  readonly watch: Watcher['start']
  readonly again: () => void
}

/** A filler in a page that nobody watches. */
export function inject(): Both {
  let filler: Filler | undefined
  const bring = async () => null
  const watcher = createWatcher(document, {
    reader: () => undefined,
    filler: () => filler,
    bring,
    typed,
    isConnected,
  })
  const ports = { ask, unused, pointed, submit, focused, find, sight }
  filler = createFiller(document, watcher, ports)
  watchers.push(watcher)
  return { ...filler, watch: watcher.start, again: () => watcher.look('told') }
}

/** One in a page that is watched. */
export function start(): Both {
  const filler = inject()
  filler.watch()
  return filler
}

/** An event as the user's own doing. */
export function trusted<E extends Event>(event: E): E {
  Object.defineProperty(event, 'isTrusted', { value: true })
  return event
}

export function userTypes(): void {
  document.body.dispatchEvent(trusted(new KeyboardEvent('keydown', { bubbles: true })))
}

/** Sets the bed up before each test of a file, and puts it away after it. */
export function makeBed(): void {
  beforeEach(() => {
    document.body.innerHTML = '<input>'
    Object.assign(bed, { hidden: false, inView: true, onSeen: null, kind: 'unknown' })
    watchers = []
    for (const each of [bring, unused, typed, submit]) each.mockReset()
    ask.mockReset().mockResolvedValue(code)
    pointed.mockReset().mockResolvedValue(null)
    focused.mockReset().mockReturnValue(null)
    isConnected.mockReset().mockReturnValue(true)
    find.mockReset().mockImplementation((_roots, _described, recovery = false) => {
      const fills = isFillable({ kind: bed.kind, fields: [], reasons: [] }, recovery)
      return inputs().length > 0 ? { kind: bed.kind, inputs: fills ? inputs() : [] } : null
    })
    vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
      bed.hidden ? 'hidden' : 'visible',
    )
  })
  afterEach(() => {
    // Watchers stop when the extension is gone.
    isConnected.mockReturnValue(false)
    for (const watcher of watchers) watcher.isOver()
    vi.restoreAllMocks()
  })
}
