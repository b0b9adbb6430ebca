import type { PageLook } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import type { Account } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'
import type { AimPorts } from './aim'
import { askPage } from './ask-page'
import { boundTo } from './decide'
import { fieldOn } from './pointed'

/** What looking at a page for the popup needs from the outside. */
export interface LookPorts
  extends Pick<AimPorts, 'measureFrames' | 'askDocument' | 'injectFill' | 'registrableDomain'> {
  readonly vault: Pick<Vault, 'peek'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly hasOrigin: (origin: string) => Promise<boolean>
}

/** A frame of a granted site, and what it asks for. */
interface Seen {
  readonly frameId: number
  readonly origin: string
  readonly kind: PageLook['kind']
  readonly home: boolean
  /** Its origin is not that of the page it is in. */
  readonly isForeign: boolean
}

/**
 * Tells the popup what the page of a tab asks for, and whether a frame of another site on it asks
 * for a code. Only on granted sites: elsewhere nothing is looked at until the user asks for a fill,
 * or pastes what a page has set up.
 */
export function createLook(ports: LookPorts): Handler<'fill.look'> {
  return async ({ tabId, asked = false }) => {
    const mayLook = async (origin: string) => asked || (await ports.hasOrigin(origin))
    const { accounts } = await ports.vault.peek(ports.now())
    const all = await seenIn(tabId, accounts, mayLook, ports)
    const own = all.filter(({ frameId, home }) => frameId === 0 || home)
    const asks = own.find(({ kind }) => kind !== null)
    return { kind: asks?.kind ?? null, frame: foreignIn(all, accounts, ports) }
  }
}

async function seenIn(
  tabId: number,
  accounts: readonly Account[],
  mayLook: (origin: string) => Promise<boolean>,
  ports: LookPorts,
): Promise<readonly Seen[]> {
  const frames = await ports.measureFrames(tabId)
  const top = frames.find(({ frameId }) => frameId === 0)
  const looked = frames.map(async ({ frameId, origin, documentId }): Promise<Seen[]> => {
    if (parseOrigin(origin) === null || !(await mayLook(origin))) return []
    const field = fieldOn(origin, accounts, ports.registrableDomain)
    const reply = await askPage(tabId, documentId, { field }, ports)
    if (reply === null) return []
    const isForeign = top !== undefined && top.origin !== origin
    return [{ frameId, origin, kind: reply.prompt, home: reply.home, isForeign }]
  })
  const settled = await Promise.allSettled(looked)
  return settled.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))
}

function foreignIn(
  all: readonly Seen[],
  accounts: readonly Account[],
  { registrableDomain }: LookPorts,
): PageLook['frame'] {
  let stranger: PageLook['frame'] = null
  for (const { origin, kind, isForeign } of all) {
    if (!isForeign || (kind !== 'authenticator' && kind !== 'unknown')) continue
    const bound = boundTo(origin, accounts, registrableDomain)
    const fillable = bound.filter(({ site }) => site.fill !== 'never')
    const accountIds = fillable.map(({ account }) => account.id)
    if (accountIds.length > 0) return { host: hostOf(origin), accountIds }
    if (bound.length === 0) stranger ??= { host: hostOf(origin), accountIds }
  }
  return stranger
}
