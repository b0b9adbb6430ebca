import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { toBase64Url } from '@/utils/bytes/base64url'
import { toUtf8 } from '@/utils/bytes/utf8'
import { type ErrorCode, errorCodes } from '@/utils/errors/app-error'
import type { SealedDraft } from '@/utils/vault/drafts'
import type { DraftStore } from './draft-store'
import { exclusively } from './locks'

/*
 * [Note: Unsaved]
 *
 * What could not be saved lies in storage.session, where every page and the background read it and
 * hear of it, and among the drafts, because locking empties storage.session. The disk may be full,
 * which is why it could not be saved: then it lasts as long as the memory does. Each has a slot of
 * its own, and is written before anything is dropped.
 */

const key = 'unsaved'
/** Of the slots among the drafts; the code follows, and what tells one draft from another. */
const prefix = 'unsaved.'

const code = v.picklist(errorCodes)
const schema = v.object({ draft: v.string(), code })

/** A reviewed account that the background could not save. */
export interface Unsaved {
  /** As `account.save` carried it: sealed by the vault, and what to send to try again. */
  readonly draft: string
  readonly code: ErrorCode
}

/** Keeps the accounts that could not be saved: see [Note: Unsaved]. */
export interface UnsavedStore {
  /** One after the other, as each is cleared; null where there is none. */
  read(): Promise<Unsaved | null>
  write(unsaved: Unsaved): Promise<void>
  /** Forgets this draft; others stay. */
  clear(draft: string): Promise<void>
  /** Takes them up from the drafts: a run begins, or they were sealed anew. */
  restore(): Promise<void>
}

function parse(stored: unknown): Unsaved[] {
  const each: readonly unknown[] = Array.isArray(stored) ? stored : []
  return each.filter((unsaved) => v.is(schema, unsaved))
}

async function listed(): Promise<Unsaved[]> {
  return parse((await browser.storage.session.get(key))[key])
}

async function list(unsaved: readonly Unsaved[]): Promise<void> {
  const { session } = browser.storage
  await (unsaved.length === 0 ? session.remove(key) : session.set({ [key]: unsaved }))
}

/** The store that all pages and the background share. */
export function createUnsavedStore(
  drafts: Pick<DraftStore, 'list' | 'write' | 'remove'>,
): UnsavedStore {
  const alone = (work: () => Promise<void>) => exclusively('unsaved', work)
  const kept = async () =>
    (await drafts.list().catch(() => [])).filter(({ slot }) => slot.startsWith(prefix))
  const drop = async (draft: string, but?: string) => {
    const slots = (await kept()).filter(({ slot, sealed }) => sealed === draft && slot !== but)
    await Promise.allSettled(slots.map(({ slot }) => drafts.remove(slot)))
  }
  const others = async (draft: string) => (await listed()).filter((each) => each.draft !== draft)
  return {
    read: async () => (await listed())[0] ?? null,
    write: (unsaved) =>
      alone(async () => {
        const { draft } = unsaved
        await list([...(await others(draft)), unsaved])
        const slot = await slotOf(unsaved)
        await drafts.write(slot, draft).then(() => drop(draft, slot), ignore)
      }),
    clear: (draft) =>
      alone(async () => {
        await drop(draft)
        await list(await others(draft))
      }),
    restore: () => alone(async () => await list((await kept()).flatMap(fromDraft))),
  }
}

/** `unsaved.CODE.DIGEST`: the same draft in the same slot, until it is sealed anew. */
async function slotOf({ draft, code: why }: Unsaved): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', toUtf8(draft)))
  return `${prefix}${why}.${toBase64Url(digest.slice(0, 16))}`
}

function fromDraft({ slot, sealed }: SealedDraft): Unsaved[] {
  const [why] = slot.slice(prefix.length).split('.')
  return parse([{ draft: sealed, code: why }])
}

function ignore(): void {}

/** Tells `listener` of every change, wherever it was made. Returns how to stop. */
export function onUnsavedChange(listener: (unsaved: Unsaved | null) => void): () => void {
  const { onChanged } = browser.storage
  const heard: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'session' ? changes[key] : undefined
    if (change !== undefined) listener(parse(change.newValue)[0] ?? null)
  }
  onChanged.addListener(heard)
  return () => onChanged.removeListener(heard)
}
