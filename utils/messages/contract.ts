import * as v from 'valibot'
import type { ErrorCode } from '@/utils/errors/app-error'

/**
 * Every message of the extension, in one table: what it carries, what comes back, who may send it.
 *
 * [Note: Who may send] `content` messages come from our content script on a page; they carry
 * nothing that gives authority: the background goes by sender.origin and sender.documentId alone.
 * `page` messages come from our own pages; the listener checks that sender.origin is ours.
 */
export const requests = {
  /**
   * A code field has been found here; may it have a code? `holds`: it still has the one it got.
   */
  'fill.request': {
    from: 'content',
    schema: v.strictObject({ type: v.literal('fill.request'), holds: v.boolean() }),
  },
  /** The code that came last was not typed: the page or the user went on meanwhile. */
  'fill.unused': { from: 'content', schema: v.strictObject({ type: v.literal('fill.unused') }) },
  /**
   * The user asks for this account's code in the page of this tab: if its turn is now (`ask`),
   * when it is its turn (`wait`), or now, come what may (`now`).
   */
  'fill.here': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('fill.here'),
      tabId: v.pipe(v.number(), v.safeInteger()),
      accountId: v.string(),
      when: v.picklist(['ask', 'wait', 'now']),
    }),
  },
  /** Save an account that the popup reviewed; the popup may be gone before it is done. */
  'account.save': {
    from: 'page',
    schema: v.strictObject({ type: v.literal('account.save'), draft: v.string() }),
  },
  /** Something secret goes on the clipboard now and shall be off it after so long; 0: never. */
  'clipboard.copied': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('clipboard.copied'),
      seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3600)),
    }),
  },
  /** The clipboard was emptied, as was due then. */
  'clipboard.cleared': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('clipboard.cleared'),
      dueMs: v.pipe(v.number(), v.safeInteger()),
    }),
  },
} as const

/** What each request is answered with. */
export interface Responses {
  'fill.request': FillDecision
  'fill.unused': null
  'fill.here': FillResult
  'account.save': { readonly accountId: string }
  'clipboard.copied': null
  'clipboard.cleared': null
}

/** The background's answer to a page that shows a code field. */
export type FillDecision =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'locked' }
  | { readonly kind: 'choose' }
  | { readonly kind: 'nothing' }
  /** Not now: ask again after so many milliseconds. */
  | { readonly kind: 'wait'; readonly forMs: number }
  /** Not here any more: the site refused the code that this prompt got. */
  | { readonly kind: 'refused' }

/** When a fill the user asked for is to happen. */
export type FillWhen = Request<'fill.here'>['when']

/** What became of a fill the user asked for. */
export type FillResult =
  | { readonly kind: 'filled' }
  | { readonly kind: 'no-field' }
  | { readonly kind: 'other-site'; readonly host: string }
  | FillWait
  /** The code was typed elsewhere while this fill waited for its turn. */
  | { readonly kind: 'overtaken' }

/** Why a fill the user asked for has to wait. */
export interface FillWait {
  readonly kind: 'wait'
  /** The code was typed already, or is about to change. */
  readonly why: 'used' | 'short'
  /** When its turn is, on the clock that codes are made with. */
  readonly untilMs: number
  /** So long that nobody waits for it: it is not filled by itself. */
  readonly isLong: boolean
}

/** A name in the table. */
export type RequestType = keyof typeof requests
/** The body of a request, checked. */
export type Request<T extends RequestType> = v.InferOutput<(typeof requests)[T]['schema']>
/** How an answer travels: the response, or only the code of what went wrong. */
export type Reply<T extends RequestType> =
  | { readonly ok: Responses[T] }
  | { readonly error: ErrorCode }

/**
 * What the background tells the content script of one document. Not answered by pages:
 * runtime messages to a tab come from this extension only.
 */
export type ContentCommand =
  /** Is there a code field? Asked before a code is made. Answered with `found`. */
  | { readonly type: 'content.find' }
  /** Write this code into the code field, if there is one. Answered with `filled`. */
  | { readonly type: 'content.write'; readonly code: string }
  /** Something changed (unlocked, saved, granted): look again. */
  | { readonly type: 'content.again' }

/** The content script's answer to a command that wants one. */
export type ContentReply = { readonly found: boolean } | { readonly filled: boolean }
