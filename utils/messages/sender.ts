/** What the browser says of who sent a message; the parts we go by. */
export interface Sender {
  readonly id?: string
  readonly origin?: string
  readonly url?: string
  readonly documentId?: string
  readonly frameId?: number
  readonly tab?: { readonly id?: number | undefined }
}

/** Who we are: what the browser says of ourselves. */
export interface Us {
  readonly id: string
  /** Origin of our own pages, for example "chrome-extension://abc". */
  readonly origin: string
}

/** A sender that is one of our own scripts. The authority of a message comes from here alone. */
export interface Caller {
  readonly origin: string
  /** Address of the document; empty where the browser leaves it out. Origin is what counts. */
  readonly url: string
  /** The document, opaque. Null for Chromium's popup only, which the browser gives none. */
  readonly documentId: string | null
  /** Null for pages that stand in no tab (the popup). */
  readonly tabId: number | null
  /** 0 for the top frame of a tab; null outside of tabs. */
  readonly frameId: number | null
}

/** The caller, or null for another extension and where the browser leaves out who it is. */
export function callerOf(sender: Sender, us: Us): Caller | null {
  if (sender.id !== us.id || !sender.origin) return null
  return {
    origin: sender.origin,
    url: sender.url ?? '',
    documentId: sender.documentId ?? null,
    tabId: sender.tab?.id ?? null,
    frameId: sender.frameId ?? null,
  }
}

/** Where a caller runs: one of our pages, a web page in a tab, or nowhere we know. */
export function tierOf(caller: Caller, us: Us): 'page' | 'content' | null {
  if (caller.origin === us.origin) return 'page'
  if (caller.documentId === null || caller.tabId === null || caller.frameId === null) return null
  return /^https?:\/\//.test(caller.origin) ? 'content' : null
}
