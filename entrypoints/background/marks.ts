import { errorText, t } from '@/components/i18n'
import type { ErrorCode } from '@/utils/errors/app-error'
import {
  type Badge,
  clearBadge,
  clearBadgeOf,
  showBadge,
  showDefaultBadge,
} from '@/utils/platform/badge'
import { ownBadge } from '@/utils/platform/own-badge'
import { lookAgain } from '@/utils/platform/scripting'
import { activeTabs, allTabs } from '@/utils/platform/tabs'
import { refusedText, waitingText } from '../pages/badge-texts'
import type { Choice } from './choices'
import type { Mark } from './fill'

const badgeColor = '#7a5b1e'
/** The user asked for a fill there, and there was none. */
const vainText = '–'

/** Why the user, who asked for a fill, got none: beside what is marked on arrival. */
export type Vain =
  | Exclude<Mark, 'refused'>
  | 'long-wait'
  | 'no-account'
  | 'no-field'
  | 'sent'
  | 'recovery'

/** Marks the toolbar button for a tab with the reason why nothing is filled there; null: clears. */
export function mark(tabId: number, reason: Mark | Vain | null): Promise<void> {
  return reason === null ? clearBadge(tabId) : showBadge(tabId, badgeOf(reason))
}

/** Marks it with the error that a fill ended in that the user asked for. */
export function markFailed(tabId: number, code: ErrorCode): Promise<void> {
  const title = t('badge_failed', errorText(code))
  return showBadge(tabId, { text: vainText, title, color: badgeColor })
}

function badgeOf(reason: Mark | Vain): Badge {
  switch (reason) {
    case 'locked':
      return { text: '!', title: t('badge_locked'), color: badgeColor }
    case 'choose':
      return { text: '?', title: t('badge_choose'), color: badgeColor }
    case 'wait':
      return { text: '…', title: t('badge_wait'), color: badgeColor }
    case 'refused':
      return { text: refusedText, title: t('badge_refused'), color: badgeColor }
    case 'long-wait':
      return { text: '…', title: t('badge_wait_long'), color: badgeColor }
    case 'no-account':
      return { text: vainText, title: t('badge_no_account'), color: badgeColor }
    case 'no-field':
      return { text: vainText, title: t('badge_no_field'), color: badgeColor }
    case 'sent':
      return { text: vainText, title: t('badge_prompt_sent'), color: badgeColor }
    case 'recovery':
      return { text: vainText, title: t('badge_prompt_recovery'), color: badgeColor }
  }
}

/** Marks the toolbar button for a tab with what was chosen in its menu and waits in the popup. */
export function markWaiting(tabId: number, choice: Choice): Promise<void> {
  const title = t(choice === 'picture' ? 'badge_picture' : 'badge_selection')
  return showBadge(tabId, { text: waitingText, title, color: badgeColor })
}

/** Nothing waits any more, in no tab. */
export async function unmarkWaiting(): Promise<void> {
  await Promise.all((await allTabs()).map((tabId) => clearBadgeOf(tabId, waitingText)))
}

/** Marks the toolbar button of all tabs while there is an account that could not be saved. */
export async function markUnsaved(isUnsaved: boolean): Promise<void> {
  const badge = { text: '!', title: t('badge_unsaved'), color: badgeColor }
  await showDefaultBadge(isUnsaved ? badge : null)
  await startAfresh()
}

/**
 * The vault was unlocked or locked: what is marked of codes is out of date, and pages in front ask
 * again. What was chosen in a menu still waits.
 */
export async function startAfresh(): Promise<void> {
  const clear = async (tabId: number) => {
    if ((await ownBadge(tabId).catch(() => null)) !== waitingText) await clearBadge(tabId)
  }
  await Promise.all((await allTabs()).map(clear))
  await askFrontPages()
}

/** Has the pages in front look for a code field again. */
export async function askFrontPages(): Promise<void> {
  await Promise.all((await activeTabs()).map(lookAgain))
}
