import browser from 'webextension-polyfill'
import type { ActiveTab } from './active-tab'
import { drawRoute } from './manage-routes'

/** The way from the popup to the page in a tab: through memory only, and only between our own pages. */
const channelName = 'handed-picture'
/** Milliseconds for the tab to come up. */
const patienceMs = 10_000

/** What is in view of a tab, for the user to draw a frame on. */
export interface HandedPicture {
  readonly image: Blob
  /** The origin of its page, if codes may go there. */
  readonly origin: string | null
}

type Handed = { readonly wanted: true } | { readonly picture: HandedPicture }

/**
 * Opens the manage page behind the page in front, gives it the picture, and brings it to the front.
 * The picture is nowhere but in the memory of the two: whoever asks before this page is gone has
 * it. False where nobody asked for it.
 */
export async function handPicture(image: Blob, page: ActiveTab | null): Promise<boolean> {
  const picture: HandedPicture = { image, origin: page?.origin ?? null }
  const channel = new BroadcastChannel(channelName)
  try {
    const wanted = heard(channel, (told) => ('wanted' in told ? true : null))
    const url = browser.runtime.getURL(`/manage.html#/${drawRoute}`)
    const [front] = await browser.tabs.query({ active: true, currentWindow: true })
    const beside = front === undefined ? {} : { index: front.index + 1 }
    const tab = await browser.tabs.create({ url, active: false, ...beside })
    if ((await wanted) === null) return false
    channel.postMessage({ picture } satisfies Handed)
    const { id } = tab
    if (id !== undefined) await browser.tabs.update(id, { active: true })
    return true
  } finally {
    channel.close()
  }
}

/** The picture that this page was opened for; null where it comes too late, or was not. */
export async function takeHandedPicture(): Promise<HandedPicture | null> {
  const channel = new BroadcastChannel(channelName)
  try {
    const picture = heard(channel, (told) => ('picture' in told ? told.picture : null), 3_000)
    channel.postMessage({ wanted: true } satisfies Handed)
    return await picture
  } finally {
    channel.close()
  }
}

function heard<T>(
  channel: BroadcastChannel,
  read: (told: Handed) => T | null,
  waitMs = patienceMs,
): Promise<T | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), waitMs)
    channel.addEventListener('message', ({ data }: MessageEvent<Handed>) => {
      const answer = read(data)
      if (answer === null) return
      clearTimeout(timer)
      resolve(answer)
    })
  })
}
