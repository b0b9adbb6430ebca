import { t } from '@/components/i18n'
import { type Badge, clearBadge, showBadge } from '@/utils/platform/badge'
import { activeTabs, allTabs, lookAgain } from '@/utils/platform/tabs'
import type { Mark } from './fill'

const badgeColor = '#7a5b1e'

/** Marks the toolbar button for a tab with the reason why nothing is filled there; null: clears. */
export function mark(tabId: number, reason: Mark | null): Promise<void> {
  return reason === null ? clearBadge(tabId) : showBadge(tabId, badgeOf(reason))
}

function badgeOf(reason: Mark): Badge {
  return reason === 'locked'
    ? { text: '!', title: t('badge_locked'), color: badgeColor }
    : { text: '?', title: t('badge_choose'), color: badgeColor }
}

/** The vault was unlocked or locked: marks are out of date, and pages in front ask again. */
export async function startAfresh(): Promise<void> {
  await Promise.all((await allTabs()).map(clearBadge))
  await askFrontPages()
}

/** Has the pages in front look for a code field again. */
export async function askFrontPages(): Promise<void> {
  await Promise.all((await activeTabs()).map(lookAgain))
}
