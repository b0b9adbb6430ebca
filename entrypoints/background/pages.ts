import type { Caller } from '@/utils/messages/sender'
import type { MeasuredDocument, Part } from '@/utils/platform/scripting'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { hostnameOf, parseOrigin } from '@/utils/sites/origin'
import type { TypedNames } from '@/utils/storage/typed-names'
import type { Asker } from './decide'

/** What is asked of the browser about a page that asks us. */
export interface PagePorts {
  readonly isFrontTab: (tabId: number) => Promise<boolean>
  readonly hasOrigin: (origin: string) => Promise<boolean>
  /** Asks the document in the top frame of a tab for its own origin. */
  readonly measureDocument: (tabId: number) => Promise<MeasuredDocument>
}

/** What bringing parts of the content script into a document needs from the outside. */
export interface BringPorts extends PagePorts {
  readonly injectParts: (tabId: number, documentId: string, ...parts: Part[]) => Promise<void>
}

/** A page that asks, and what stands for its prompt. */
export interface PlacedAsker extends Omit<Asker, 'way' | 'userName'> {
  /** Origin and path of the page in the tab: see `placeOf`. */
  readonly place: string
}

/** What stands for a prompt: its origin, and the path of its address. */
export function placeOf(origin: string, url: string): string {
  return origin + (URL.canParse(url) ? new URL(url).pathname : '')
}

/**
 * Who asks, as the browser tells it. A frame is among its own if the page in the tab, measured, is
 * of its very origin; that those in between are, too, its watcher has seen to, which asks
 * nowhere else. A frame's prompt goes by the page it is in: that is what a tab shows.
 */
export async function askerOf(caller: Caller, ports: PagePorts): Promise<PlacedAsker> {
  const { origin, url, frameId, tabId } = caller
  const place = placeOf(origin, url)
  const nobody = { origin, frame: 'foreign', isFront: false, isGranted: false, place } as const
  if (tabId === null || frameId === null || parseOrigin(origin) === null) return nobody
  const [isFront, isGranted] = await Promise.all([ports.isFrontTab(tabId), ports.hasOrigin(origin)])
  if (frameId === 0) return { origin, frame: 'top', isFront, isGranted, place }
  if (!isGranted) return nobody
  const top = await ports.measureDocument(tabId).catch(() => null)
  if (top === null || top.origin !== origin) return nobody
  return { origin, frame: 'own', isFront, isGranted, place: origin + top.path }
}

/** The document that asks, if it is one of a granted site and among its own; else null. */
export async function documentOf(
  caller: Caller,
  ports: PagePorts,
): Promise<{
  readonly tabId: number
  readonly documentId: string
  readonly origin: string
} | null> {
  const { tabId, documentId } = caller
  const { origin, frame, isGranted } = await askerOf(caller, ports)
  if (frame === 'foreign' || !isGranted || tabId === null || documentId === null) return null
  return { tabId, documentId, origin }
}

/** What user names are kept by: the registrable domain, or the host where it has none. */
export function userSiteOf(origin: string, registrableDomain: RegistrableDomain): string {
  const hostname = hostnameOf(origin)
  return registrableDomain(hostname) ?? hostname
}

/** What asking for a typed user name needs. */
export interface UserNamePorts {
  readonly typedNames: Pick<TypedNames, 'find'>
  readonly registrableDomain: RegistrableDomain
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** The user name that was typed on this site in this tab of late, or null. */
export function userNameIn(
  tabId: number,
  origin: string,
  { typedNames, registrableDomain, now }: UserNamePorts,
): Promise<string | null> {
  return typedNames.find(tabId, userSiteOf(origin, registrableDomain), now()).catch(() => null)
}
