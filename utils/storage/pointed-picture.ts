import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { choiceKeptMs } from './menu-choice'

const key = 'pointedPicture'
/** Of an address; pictures that stand in theirs may have any length. */
const maxAddress = 2_000_000

const schema = v.object({
  tabId: v.number(),
  frameId: v.number(),
  address: v.string(),
  atMs: v.number(),
})

/** A picture on a page that the user wants read. */
export interface PointedPicture {
  readonly tabId: number
  readonly frameId: number
  /** Of the picture, as the browser tells it. Never fetched. */
  readonly address: string
}

/** Has the popup that opens next read this picture. Too long an address is not kept. */
export async function pointPicture(pointed: PointedPicture, nowMs: number): Promise<void> {
  if (pointed.address.length > maxAddress) return
  await browser.storage.session.set({ [key]: { ...pointed, atMs: nowMs } })
}

/** What was pointed at in this tab a short while ago, once; else null. */
export async function takePointed(tabId: number, nowMs: number): Promise<PointedPicture | null> {
  const stored = v.safeParse(schema, (await browser.storage.session.get(key))[key])
  if (!stored.success) return null
  const { atMs, ...pointed } = stored.output
  const isNew = nowMs - atMs >= 0 && nowMs - atMs < choiceKeptMs
  // That of another tab still waits there.
  if (isNew && pointed.tabId !== tabId) return null
  await browser.storage.session.remove(key)
  return isNew ? pointed : null
}
