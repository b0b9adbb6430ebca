import type { Handler } from '@/utils/messages/listen'
import type { Part } from '@/utils/platform/scripting'
import { type BringPorts, documentOf } from './pages'
import { type PointedPorts, pointedOn } from './pointed'

/**
 * Brings what finds code fields, or what fills them, into the document of a granted site that asks
 * for it, and into no other ([Note: A light watcher]). That it asks is its own word, and gets it
 * nothing but our code: whether there is a code for it is decided when one is asked for.
 */
export function createBring(ports: PointedPorts): Handler<'fill.bring'> {
  return async ({ part }, caller) => {
    const asker = await documentOf(caller, ports)
    if (asker === null) return null
    const { tabId, documentId, origin } = asker
    const inject = (...parts: Part[]) => ports.injectParts(tabId, documentId, ...parts)
    if (part === 'find') {
      await inject('find')
      return { field: null }
    }
    const looking = pointedOn(origin, ports)
    if (part === 'pointed' && !(await looking)) return null
    const parts = part === 'both' ? (['find', 'fill'] as const) : (['fill'] as const)
    const [field] = await Promise.all([looking, inject(...parts)])
    if (field) await inject('point')
    return field === undefined ? {} : { field }
  }
}

/** Brings what sends a filled code into the document that gets it; false: it is not sent. */
export async function bringSender(
  tabId: number,
  documentId: string | null,
  { injectParts }: Pick<BringPorts, 'injectParts'>,
): Promise<boolean> {
  if (documentId === null) return false
  return injectParts(tabId, documentId, 'send').then(
    () => true,
    () => false,
  )
}
