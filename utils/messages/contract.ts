import * as v from 'valibot'
import type { ErrorCode } from '@/utils/errors/app-error'
import type { FieldDescription } from '@/utils/fields/describe'
import type { PromptKind } from '@/utils/fields/types'

/** What the request was laid down as, too: see [Note: Errands]. */
const errand = v.optional(v.pipe(v.string(), v.uuid()))
const tabId = v.pipe(v.number(), v.safeInteger())
/** In characters. */
const length = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/**
 * Every message of the extension, in one table: what it carries, what comes back, who may send it.
 *
 * [Note: Who may send] `content` messages come from our content scripts on a page; they carry
 * nothing that gives authority: the background goes by sender.origin and sender.documentId alone.
 * `page` messages come from our own pages; the listener checks that sender.origin is ours.
 */
export const requests = {
  /**
   * There may be a code field here: has what finds it brought into this document, or what fills it,
   * or both; `pointed`: what fills it, if one was pointed out on this site.
   */
  'fill.bring': {
    from: 'content',
    schema: v.strictObject({
      type: v.literal('fill.bring'),
      part: v.picklist(['find', 'fill', 'both', 'pointed']),
    }),
  },
  /**
   * A code field has been found here; may it have a code? `holds`: it still has the one it got;
   * `least`, `most`: how long the codes are that it takes.
   */
  'fill.request': {
    from: 'content',
    schema: v.strictObject({
      type: v.literal('fill.request'),
      holds: v.boolean(),
      least: length,
      most: length,
    }),
  },
  /** The code that came last was not typed: the page or the user went on meanwhile. */
  'fill.unused': { from: 'content', schema: v.strictObject({ type: v.literal('fill.unused') }) },
  /** A user name was typed here. Where, the browser tells. */
  'user.typed': {
    from: 'content',
    schema: v.strictObject({
      type: v.literal('user.typed'),
      name: v.pipe(v.string(), v.minLength(1), v.maxLength(320)),
    }),
  },
  /** Which user name was typed in this tab of late, on the site of this origin? */
  'user.look': {
    from: 'page',
    schema: v.strictObject({ type: v.literal('user.look'), tabId, origin: v.string() }),
  },
  /** Which field did the user point out on this site? */
  'field.pointed': {
    from: 'content',
    schema: v.strictObject({ type: v.literal('field.pointed') }),
  },
  /**
   * What does the page of this tab ask for? Looked up on sites that the user allowed, only, unless
   * it is for something that the user does there (`asked`).
   */
  'fill.look': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('fill.look'),
      tabId,
      asked: v.optional(v.boolean()),
    }),
  },
  /**
   * The user asks for this account's code in the page of this tab: if its turn is now (`ask`),
   * when it is its turn (`wait`), or now, come what may (`now`). `frameConfirmed`: also in a frame
   * of another site, which the user was told of.
   */
  'fill.here': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('fill.here'),
      tabId,
      frameConfirmed: v.optional(v.boolean()),
      accountId: v.string(),
      when: v.picklist(['ask', 'wait', 'now']),
    }),
  },
  /**
   * The user asks for one of this account's recovery codes in the page of this tab, which asks for
   * one. It is ticked off.
   */
  'fill.recovery': {
    from: 'page',
    schema: v.strictObject({ type: v.literal('fill.recovery'), tabId, accountId: v.string() }),
  },
  /** Save an account that the popup reviewed; the popup may be gone before it is done. */
  'account.save': {
    from: 'page',
    schema: v.strictObject({ type: v.literal('account.save'), draft: v.string(), errand }),
  },
  /** Something secret goes on the clipboard at `atMs` and shall be off it after so long; 0: never. */
  'clipboard.copied': {
    from: 'page',
    schema: v.strictObject({
      type: v.literal('clipboard.copied'),
      seconds: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(3600)),
      atMs: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      errand,
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
  /** Back the vault up after each change from now on, or no more; `on` writes the first at once. */
  'backup.automatic': {
    from: 'page',
    schema: v.strictObject({ type: v.literal('backup.automatic'), on: v.boolean() }),
  },
} as const

/**
 * What came with what was brought: the field that was pointed out on the site, where it matters.
 * Missing while the vault is locked: it may be open before this arrives.
 */
export interface Brought {
  readonly field?: FieldDescription | null
}

/** What each request is answered with. */
export interface Responses {
  /** Null: it was not brought. */
  'fill.bring': Brought | null
  'fill.request': FillDecision
  'fill.unused': null
  'user.typed': null
  'user.look': string | null
  'field.pointed': FieldDescription | null
  'fill.look': PageLook
  'fill.here': FillResult
  'fill.recovery': RecoveryResult
  'account.save': { readonly accountId: string }
  'clipboard.copied': null
  'clipboard.cleared': null
  'backup.automatic': null
}

/** What the page of a tab asks for. */
export interface PageLook {
  /** Null where it asks for no code, and where we do not look. */
  readonly kind: PromptKind | null
  /**
   * A frame of another site that asks for a code, and the accounts of that site: none where it is a
   * stranger to all of them. Else null.
   */
  readonly frame: { readonly host: string; readonly accountIds: readonly string[] } | null
}

/** The background's answer to a page that shows a code field. */
export type FillDecision =
  /** Good for so many milliseconds; `submit`: its form is to be sent then. */
  | {
      readonly kind: 'code'
      readonly code: string
      readonly forMs: number
      readonly submit: boolean
    }
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
  /** The field is in a frame of the account's site on the page of another one: once more, knowing. */
  | { readonly kind: 'other-frame'; readonly frameHost: string; readonly topHost: string }
  /** The page asks for a code that no authenticator gives. */
  | { readonly kind: 'other-prompt'; readonly prompt: 'sent' | 'recovery' }
  | FillWait
  /** The code was typed elsewhere while this fill waited for its turn. */
  | { readonly kind: 'overtaken' }

/** What became of a recovery code that the user asked for. */
export type RecoveryResult =
  /** Which it was, its account tells: the one that was used at this moment. */
  | { readonly kind: 'filled'; readonly usedAtMs: number; readonly left: number }
  | { readonly kind: 'none-left' }
  /** The page asks for no recovery code, or its field did not take it: none is ticked off. */
  | { readonly kind: 'no-field' }
  | { readonly kind: 'other-site'; readonly host: string }

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
/** Requests that are done though the page that sends them is gone: see [Note: Errands]. */
export type ErrandType = {
  readonly [T in RequestType]: 'errand' extends keyof Request<T> ? T : never
}[RequestType]
/** How an answer travels: the response, or only the code of what went wrong. */
export type Reply<T extends RequestType> =
  | { readonly ok: Responses[T] }
  | { readonly error: ErrorCode }

/**
 * What the background tells the content script of one document. Not answered by pages:
 * runtime messages to a tab come from this extension only. `field` is the one that was pointed out
 * on the site of that document.
 */
export type ContentCommand =
  /** Write this code into the code field, if there is one. Answered with `filled`. */
  | {
      readonly type: 'content.write'
      readonly code: string
      readonly field: FieldDescription | null
      readonly submit: boolean
      /** It is a recovery code, for a field that asks for one. */
      readonly recovery?: true
    }
  /** The field that has the focus is the code field. Answered with `pointed`. */
  | { readonly type: 'content.point' }

/** The content scripts' answer to a command. */
export type ContentReply =
  /** `pointed`: what describes the field, where the user pointed it out in this document. */
  | { readonly filled: boolean; readonly pointed: FieldDescription | null }
  /** What describes the field, if it takes codes. */
  | { readonly pointed: FieldDescription | null }
