import type { Handler } from '@/utils/messages/listen'
import type { UserFill } from './user-fill'

/** Fills the account that the user chose in the popup, into the page of a tab. */
export function createFillHere(fill: UserFill): Handler<'fill.here'> {
  return async ({ tabId, accountId, when, frameConfirmed }) => {
    const result = await fill({ way: 'popup', tabId, accountId, frameConfirmed }, when)
    // One account is asked for: there is nothing to choose from.
    return result.kind === 'choose' ? { kind: 'no-field' } : result
  }
}
