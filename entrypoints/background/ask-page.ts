import type { PromptKind } from '@/utils/fields/types'
import type { ContentCommand, ContentReply } from '@/utils/messages/contract'

/** What bringing the filler into a document and speaking to it needs from the outside. */
export interface AskPagePorts {
  readonly injectFill: (tabId: number, documentId: string, isPointed: boolean) => Promise<void>
  readonly sendToDocument: (
    tabId: number,
    documentId: string,
    command: ContentCommand,
  ) => Promise<ContentReply | null>
}

/** Which code a document asks for, and whether it is among its own: see `ContentReply`. */
export interface Asked {
  readonly prompt: PromptKind | null
  readonly home: boolean
}

type Find = Omit<Extract<ContentCommand, { readonly type: 'content.find' }>, 'type'>

/**
 * Asks a document which code it asks for: what fills there already, else what is brought for it.
 * Null where nothing answers. Throws `page-off-limits`, `page-silent`.
 */
export async function askPage(
  tabId: number,
  documentId: string,
  find: Find,
  { injectFill, sendToDocument }: AskPagePorts,
): Promise<Asked | null> {
  const ask = async () => {
    const reply = await sendToDocument(tabId, documentId, { type: 'content.find', ...find })
    return reply !== null && 'prompt' in reply ? reply : null
  }
  const isPointed = find.field !== null
  // What fills there may be without what finds a field that was pointed out.
  const found = isPointed ? null : await ask()
  if (found !== null) return found
  await injectFill(tabId, documentId, isPointed)
  return ask()
}
