import browser from 'webextension-polyfill'

/** The address behind `#/` that says what the tab is for. */
const route = 'passkey'

/** A tab of ours that was opened to unlock the vault for the page beside it. */
export interface ErrandTab {
  /** Brings the page that waits to the front: it is filled only there. */
  giveWay(): Promise<void>
  /** Brings this tab back to the front: there is something to say. */
  comeBack(): Promise<void>
  close(): Promise<void>
}

/** Opens the manage page in a tab of its own, next to the one in front, to unlock with a passkey. */
export async function openErrandTab(): Promise<void> {
  const [front] = await browser.tabs.query({ active: true, currentWindow: true })
  const url = browser.runtime.getURL(`/manage.html#/${route}`)
  await browser.tabs.create({
    url,
    ...(front?.id === undefined ? {} : { openerTabId: front.id, index: front.index + 1 }),
  })
}

/** The errand that this page was opened for; null for every other page. */
export function errandTab(): ErrandTab | null {
  if (location.hash !== `#/${route}`) return null
  return {
    giveWay: async () => {
      const { openerTabId } = await ownTab()
      // It may be gone meanwhile.
      if (openerTabId !== undefined) await bringToFront(openerTabId).catch(() => undefined)
    },
    comeBack: async () => bringToFront((await ownTab()).id),
    close: async () => {
      const { id } = await ownTab()
      if (id !== undefined) await browser.tabs.remove(id)
    },
  }
}

async function ownTab() {
  return await browser.tabs.getCurrent()
}

async function bringToFront(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined) await browser.tabs.update(tabId, { active: true })
}
