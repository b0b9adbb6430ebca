import { AppError } from '@/utils/errors/app-error'
import { isRoomFor } from '@/utils/fields/room'
import type { PromptKind } from '@/utils/fields/types'
import type { Asked, Find } from '@/utils/messages/asked'
import type { FillResult } from '@/utils/messages/contract'
import { digitsOf } from '@/utils/otp/code-shape'
import type { MeasuredDocument, MeasuredFrame } from '@/utils/platform/scripting'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import type { Account, VaultDocument } from '@/utils/vault/document'
import type { CheckedField } from '@/utils/vault/field-description'
import { type AskPagePorts, askPage } from './ask-page'
import { type Asker, type Bound, decide, type Way } from './decide'
import { type UserNamePorts, userNameIn } from './pages'
import { fieldOn } from './pointed'

/** What finding the place for a code needs from the outside. */
export interface AimPorts extends UserNamePorts, AskPagePorts {
  readonly measureDocument: (tabId: number) => Promise<MeasuredDocument>
  /** The documents of all frames of a tab that we may enter. */
  readonly measureFrames: (tabId: number) => Promise<readonly MeasuredFrame[]>
}

/** A fill that the user asked for. */
export interface UserAsk {
  readonly way: Exclude<Way, 'arrival'>
  readonly tabId: number
  /** Which account it is to be; null: whichever fits. */
  readonly accountId: string | null
  /** The one frame to look in; missing: wherever the field is. */
  readonly frameId?: number
  /** The user was told that the field is in a frame of another site. */
  readonly frameConfirmed?: boolean | undefined
}

/** Where a fill goes, as far as it was checked. */
export interface Aim extends Bound {
  readonly kind: 'aim'
  readonly tabId: number
  readonly origin: string
  readonly documentId: string
  readonly document: VaultDocument
  readonly field: CheckedField | null
  readonly userName: string | null
}

/** Why there is nowhere to fill. */
export type Miss =
  | Extract<
      FillResult,
      { readonly kind: 'no-field' | 'other-site' | 'other-frame' | 'other-prompt' }
    >
  | { readonly kind: 'choose' }

interface Place {
  readonly frame: Asker['frame']
  readonly origin: string
  readonly documentId: string
  /** What it asks for, where it was asked already. */
  readonly asked?: Asked | null
}

/**
 * Finds the document that a code the user asked for goes to: the page itself, else a frame among
 * its own; by the popup also a frame of another site, once the user was told of both. Each document
 * is measured in itself. The page is, and is asked what for, while the vault is still being read.
 * Throws `page-off-limits`, `page-silent`, `account-missing`, and what reading the vault does.
 */
export async function takeAim(
  ask: UserAsk,
  reading: Promise<VaultDocument>,
  ports: AimPorts,
): Promise<Aim | Miss> {
  const { frameId = 0 } = ask
  const [document, top] = await Promise.all([reading, measureTop(ask, ports)])
  const topOrigin = parseOrigin(top.origin)
  if (topOrigin === null) throw new AppError('page-off-limits')
  if (frameId !== 0) return aimAtFrame(ask, frameId, topOrigin, document, ports)
  const page: Place = { ...top, frame: 'top', origin: topOrigin }
  if (ask.frameId === 0) return aimAt(ask, page, document, ports)
  const seen = await aimAt(ask, page, document, ports)
  if (seen.kind === 'aim' || seen.kind === 'choose') return seen
  return (await aimAtFrames(ask, page, document, ports)) ?? seen
}

/** The page is asked in the same turn, unless the field is in a frame of it. */
function measureTop(
  ask: UserAsk,
  { measureDocument, askDocument }: AimPorts,
): Promise<MeasuredDocument & { readonly asked?: Asked | null }> {
  return (ask.frameId ?? 0) === 0
    ? askDocument(ask.tabId, 0, { field: null, ...wantedBy(ask) })
    : measureDocument(ask.tabId)
}

async function aimAtFrames(
  ask: UserAsk,
  page: Place,
  document: VaultDocument,
  ports: AimPorts,
): Promise<Aim | Miss | null> {
  let named: Miss | null = null
  for (const { frame, ...place } of await framesOf(ask.tabId, page, ports)) {
    const found = await aimAt(ask, { frame, ...place }, document, ports)
    if (found.kind === 'aim' && frame === 'foreign' && !ask.frameConfirmed) {
      return { kind: 'other-frame', frameHost: hostOf(place.origin), topHost: hostOf(page.origin) }
    }
    if (found.kind === 'aim') return found
    if (found.kind === 'other-prompt') named ??= found
  }
  return named
}

/** The frame that the user pointed into. */
async function aimAtFrame(
  ask: UserAsk,
  frameId: number,
  topOrigin: string,
  document: VaultDocument,
  ports: AimPorts,
): Promise<Aim | Miss> {
  const frame = await ports.askDocument(ask.tabId, frameId, { field: null, ...wantedBy(ask) })
  return aimAt(ask, { ...frame, frame: frameIn(frame.origin, topOrigin) }, document, ports)
}

/** The frames that a code might go to, those among their own first. */
async function framesOf(tabId: number, page: Place, ports: AimPorts): Promise<readonly Place[]> {
  const measured = await ports.measureFrames(tabId).catch(() => [])
  const frames = measured
    .filter(({ frameId, origin }) => frameId !== 0 && parseOrigin(origin) !== null)
    .map(
      ({ origin, documentId }): Place => ({
        frame: frameIn(origin, page.origin),
        origin,
        documentId,
      }),
    )
  return [
    ...frames.filter(({ frame }) => frame === 'own'),
    ...frames.filter(({ frame }) => frame === 'foreign'),
  ]
}

function frameIn(origin: string, topOrigin: string): 'own' | 'foreign' {
  return origin === topOrigin ? 'own' : 'foreign'
}

async function aimAt(
  ask: UserAsk,
  { frame, origin, documentId, asked }: Place,
  document: VaultDocument,
  ports: AimPorts,
): Promise<Aim | Miss> {
  const { way, tabId } = ask
  const userName = await userNameIn(tabId, origin, ports)
  const asker: Asker = { way, origin, frame, isFront: true, isGranted: true, userName }
  const decision = decide(asker, accountsOf(ask, document), ports.registrableDomain)
  if (decision.kind === 'choose') return decision
  if (decision.kind === 'nothing') return { kind: 'other-site', host: hostOf(origin) }
  const field = fieldOn(origin, document.accounts, ports.registrableDomain)
  const { account, site } = decision
  const wanted = await askPage(tabId, documentId, { field, ...wantedBy(ask) }, ports, asked)
  if (wanted === null) return { kind: 'no-field' }
  const { prompt, room, home } = wanted
  // A frame of the page's own origin within one of another: none of ours to fill.
  if (frame === 'own' && !home) return { kind: 'no-field' }
  const isLost = way !== 'recovery' && room && !isRoomFor(room, digitsOf(account.parameters))
  const miss = missOf(way, isLost ? null : prompt)
  if (miss !== null) return miss
  return { kind: 'aim', tabId, origin, documentId, document, account, site, field, userName }
}

/** Each kind of code goes where it is asked for. */
function missOf(way: UserAsk['way'], prompt: PromptKind | null): Miss | null {
  if (way === 'recovery') return prompt === 'recovery' ? null : { kind: 'no-field' }
  if (prompt === 'sent' || prompt === 'recovery') return { kind: 'other-prompt', prompt }
  return prompt === null ? { kind: 'no-field' } : null
}

function wantedBy({ way }: UserAsk): Pick<Find, 'recovery'> {
  return way === 'recovery' ? { recovery: true } : {}
}

function accountsOf({ accountId }: UserAsk, { accounts }: VaultDocument): readonly Account[] {
  if (accountId === null) return accounts
  const account = accounts.find(({ id }) => id === accountId)
  if (account === undefined || account.deletedAtMs !== null) throw new AppError('account-missing')
  return [account]
}
