import type { Handler } from '@/utils/messages/listen'
import { documentOf, type PagePorts } from './pages'

/** What bringing parts of the content script into a document needs from the outside. */
export interface BringPorts extends PagePorts {
  readonly injectPart: (tabId: number, documentId: string, part: 'fill' | 'point') => Promise<void>
}

/**
 * Brings what finds code fields into the document of a granted site that asks for it, and into no
 * other ([Note: A light watcher]). That it asks is its own word, and gets it nothing but our code:
 * whether there is a code for it is decided when one is asked for.
 */
export function createBring(ports: BringPorts): Handler<'fill.bring'> {
  return async (_request, caller) => {
    const asker = await documentOf(caller, ports)
    if (asker === null) return false
    await ports.injectPart(asker.tabId, asker.documentId, 'fill')
    return true
  }
}
