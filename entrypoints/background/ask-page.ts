import type { Asked, Find } from '@/utils/messages/asked'
import type { ContentCommand, ContentReply } from '@/utils/messages/contract'
import type { AskedDocument } from '@/utils/platform/scripting'

/** What asking a document, and bringing into it what answers, needs from the outside. */
export interface AskPagePorts {
  /** Asks a document by its id, or the one in a frame by the frame's number. */
  readonly askDocument: (tabId: number, at: string | number, find: Find) => Promise<AskedDocument>
  readonly injectFill: (tabId: number, documentId: string, isPointed: boolean) => Promise<void>
}

/** What telling what fills in a document what to do needs from the outside. */
export interface TellPagePorts {
  readonly sendToDocument: (
    tabId: number,
    documentId: string,
    command: ContentCommand,
  ) => Promise<ContentReply | null>
}

/**
 * Asks a document which code it asks for: what fills there already, else what is brought for it.
 * `asked`: what it has answered without knowing of a field that was pointed out, null for nothing.
 * Null where nothing answers. Throws `page-off-limits`, `page-silent`.
 */
export async function askPage(
  tabId: number,
  documentId: string,
  find: Find,
  { askDocument, injectFill }: AskPagePorts,
  asked?: Asked | null,
): Promise<Asked | null> {
  const ask = async () => (await askDocument(tabId, documentId, find)).asked
  const isPointed = find.field !== null
  // What fills there may be without what finds a field that was pointed out.
  const found = isPointed ? null : asked === undefined ? await ask() : asked
  if (found !== null) return found
  await injectFill(tabId, documentId, isPointed)
  return ask()
}
