import type { Handler } from '@/utils/messages/listen'
import type { Part } from '@/utils/platform/scripting'
import { documentOf, type PagePorts } from './pages'

/** What bringing parts of the content script into a document needs from the outside. */
export interface BringPorts extends PagePorts {
  readonly injectPart: (tabId: number, documentId: string, part: Part) => Promise<void>
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

/** Brings what sends a filled code into the document that gets it; false: it is not sent. */
export async function bringSender(
  tabId: number,
  documentId: string | null,
  { injectPart }: Pick<BringPorts, 'injectPart'>,
): Promise<boolean> {
  if (documentId === null) return false
  return injectPart(tabId, documentId, 'send').then(
    () => true,
    () => false,
  )
}
