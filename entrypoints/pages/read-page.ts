import type { PageReading } from '@/components/model/found'
import { findKeys } from '@/utils/fields/find-keys'
import type { ActiveTab } from '@/utils/platform/active-tab'
import { boxesInTab } from '@/utils/platform/scan/boxes-in-tab'
import { decodeImage } from '@/utils/platform/scan/decode-image'
import { textsInTab } from '@/utils/platform/scan/texts-in-tab'
import type { Reading } from '@/utils/qr/decode'

/**
 * What the codes on `picture` say, which shows what is in view of `tab`, and what its page says
 * besides: set-up links count as codes. Throws as `decodeImage` where there is nothing else.
 */
export async function readPage(
  picture: Promise<Blob>,
  tab: ActiveTab | null,
): Promise<PageReading> {
  const none = Promise.resolve(null)
  const texts = tab === null ? none : textsInTab(tab.tabId)
  const boxes = tab === null ? none : boxesInTab(tab.tabId)
  const decoded = await readPicture(picture, boxes)
  const told = await texts
  const keys = told === null ? [] : findKeys(told)
  const links = told?.links ?? []
  if (decoded.reading === null && keys.length + links.length === 0) throw decoded.failure
  const { payloads, hasPart, hasCut } = decoded.reading ?? unread
  return { payloads: [...new Set([...payloads, ...links])], keys, hasPart, hasCut }
}

const unread: Reading = { payloads: [], hasPart: false, hasCut: false }

async function readPicture(picture: Promise<Blob>, boxes: ReturnType<typeof boxesInTab>) {
  try {
    const reading = await decodeImage(await picture, { boxes: await boxes })
    return { reading, failure: null }
  } catch (failure) {
    return { reading: null, failure }
  }
}
