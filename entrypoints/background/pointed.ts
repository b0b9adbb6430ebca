import type { Handler } from '@/utils/messages/listen'
import type { RegistrableDomain } from '@/utils/sites/domain'
import type { Account } from '@/utils/vault/document'
import { type CheckedField, parseField } from '@/utils/vault/field-description'
import { boundTo } from './decide'
import { type BringPorts, documentOf } from './pages'
import { type PeekPorts, peekIfOpen } from './peek-if-open'

/** What telling pages of pointed fields needs from the outside. */
export interface PointedPorts extends BringPorts, PeekPorts {
  readonly registrableDomain: RegistrableDomain
}

/** The field that was pointed out on the site of `origin`, for whichever account; else null. */
export function fieldOn(
  origin: string,
  accounts: readonly Account[],
  registrableDomain: RegistrableDomain,
): CheckedField | null {
  const fields = boundTo(origin, accounts, registrableDomain).map(({ site }) =>
    parseField(site.field ?? null),
  )
  return fields.findLast((field) => field !== null) ?? null
}

/** The same while the vault is open; undefined while it is not. */
export async function pointedOn(
  origin: string,
  ports: PointedPorts,
): Promise<CheckedField | null | undefined> {
  const document = await peekIfOpen(ports)
  if (typeof document === 'string') return undefined
  return fieldOn(origin, document.accounts, ports.registrableDomain)
}

/**
 * Tells a page of a granted site which field was pointed out there, while the vault is open, and
 * brings what it takes to find it.
 */
export function createPointed(ports: PointedPorts): Handler<'field.pointed'> {
  return async (_request, caller) => {
    const asker = await documentOf(caller, ports)
    if (asker === null) return null
    const field = await pointedOn(asker.origin, ports)
    if (!field) return null
    await ports.injectParts(asker.tabId, asker.documentId, 'point')
    return field
  }
}
