import { AppError } from '@/utils/errors/app-error'
import type { ContentCommand, ContentReply } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import { codeAt } from '@/utils/otp/code'
import type { MeasuredDocument } from '@/utils/platform/scripting'
import type { RegistrableDomain } from '@/utils/sites/domain'
import { siteFor } from '@/utils/sites/match'
import { hostOf, parseOrigin } from '@/utils/sites/origin'
import { accountById, advanceCounter } from '@/utils/vault/accounts'
import { codeTimeMs } from '@/utils/vault/code-time'
import type { Account, VaultDocument } from '@/utils/vault/document'
import type { Vault } from '@/utils/vault/vault'

/** What filling on the user's wish needs from the outside. */
export interface FillHerePorts {
  readonly vault: Pick<Vault, 'read' | 'change'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly registrableDomain: RegistrableDomain
  readonly measureDocument: (tabId: number) => Promise<MeasuredDocument>
  readonly injectFill: (tabId: number, documentId: string) => Promise<void>
  readonly sendToDocument: (
    tabId: number,
    documentId: string,
    command: ContentCommand,
  ) => Promise<ContentReply | null>
  /** Takes the mark of the toolbar button away. */
  readonly unmark: (tabId: number) => Promise<void>
}

/**
 * Writes the code of an account into the page of a tab because the user asked for it. The
 * document is measured first, in itself; the code goes to that one document and to no other:
 * where the tab has navigated meanwhile, nobody gets it. Throws `page-off-limits`,
 * `vault-locked`, `account-missing`.
 */
export function createFillHere(ports: FillHerePorts): Handler<'fill.here'> {
  return async ({ tabId, accountId }) => {
    const { origin: measured, documentId } = await ports.measureDocument(tabId)
    const origin = parseOrigin(measured)
    if (origin === null) throw new AppError('page-off-limits')
    const document = await ports.vault.read(ports.now())
    const account = liveAccount(document, accountId)
    if (!isBound(account, origin, ports)) return { kind: 'other-site', host: hostOf(origin) }
    await ports.injectFill(tabId, documentId)
    const send = (command: ContentCommand) => ports.sendToDocument(tabId, documentId, command)
    // Asked first: a code that is written nowhere must not use up a counter.
    if (!isYes(await send({ type: 'content.find' }))) return { kind: 'no-field' }
    const code = await codeFor(document, account, ports)
    if (!isYes(await send({ type: 'content.write', code }))) return { kind: 'no-field' }
    await ports.unmark(tabId)
    return { kind: 'filled' }
  }
}

function isYes(reply: ContentReply | null): boolean {
  if (reply === null) return false
  return 'found' in reply ? reply.found : reply.filled
}

function liveAccount(document: VaultDocument, id: string): Account {
  const account = accountById(document, id)
  if (account.deletedAtMs !== null) throw new AppError('account-missing')
  return account
}

function isBound(account: Account, origin: string, ports: FillHerePorts): boolean {
  const site = siteFor(origin, account.sites, ports.registrableDomain)
  return site !== null && site.fill !== 'never'
}

// A counter moves before its code is shown: better one code skipped than one used twice.
async function codeFor(
  document: VaultDocument,
  account: Account,
  { vault, now }: FillHerePorts,
): Promise<string> {
  if (account.parameters.type !== 'hotp') {
    return codeAt(account.parameters, codeTimeMs(document, now()))
  }
  const saved = await vault.change(now(), (newest) => advanceCounter(newest, account.id))
  const { parameters } = accountById(saved, account.id)
  if (parameters.type !== 'hotp') return codeAt(parameters, codeTimeMs(saved, now()))
  return codeAt({ ...parameters, counter: parameters.counter - 1 }, now())
}
