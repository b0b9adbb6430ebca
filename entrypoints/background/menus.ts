import { t } from '@/components/i18n'
import type { MenuEntry } from '@/utils/platform/menus'

/** Where codes can be filled. */
const filled = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']

/** What each entry of the context menu is for, and what it says: a row is an entry. */
export function menuEntries(): readonly MenuEntry[] {
  return [
    { id: 'fill', title: t('menu_fill'), on: 'editable', pages: filled },
    { id: 'recovery', title: t('menu_recovery'), on: 'selection', pages: filled },
    { id: 'read', title: t('menu_read'), on: 'image' },
  ]
}
