import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { type ErrorCode, errorCodes } from '@/utils/errors/app-error'
import type { SealedDraft } from '@/utils/vault/drafts'
import type { DraftStore } from './draft-store'

/*
 * [Note: Unsaved]
 *
 * What could not be saved lies in storage.session, where every page and the background read it and
 * hear of it, and among the drafts, because locking empties storage.session. The disk may be full,
 * which is why it could not be saved: then it lasts as long as the memory does.
 */

const key = 'unsaved'
/** Of the slot among the drafts; the code follows. */
const prefix = 'unsaved.'

const code = v.picklist(errorCodes)
const schema = v.object({ draft: v.string(), code })

/** A reviewed account that the background could not save. */
export interface Unsaved {
  /** As `account.save` carried it: sealed by the vault, and what to send to try again. */
  readonly draft: string
  readonly code: ErrorCode
}

/** Keeps the latest account that could not be saved: see [Note: Unsaved]. */
export interface UnsavedStore {
  /** Null where there is none. */
  read(): Promise<Unsaved | null>
  write(unsaved: Unsaved): Promise<void>
  clear(): Promise<void>
  /** Takes it up from the drafts: a run begins, or they were sealed anew. */
  restore(): Promise<void>
}

function parse(stored: unknown): Unsaved | null {
  const unsaved = v.safeParse(schema, stored)
  return unsaved.success ? unsaved.output : null
}

/** The store that all pages and the background share. */
export function createUnsavedStore(
  drafts: Pick<DraftStore, 'list' | 'write' | 'remove'>,
): UnsavedStore {
  const remember = (unsaved: Unsaved) => browser.storage.session.set({ [key]: unsaved })
  const forget = () => browser.storage.session.remove(key)
  const kept = async () =>
    (await drafts.list().catch(() => [])).filter(({ slot }) => slot.startsWith(prefix))
  const drop = async () => {
    await Promise.allSettled((await kept()).map(({ slot }) => drafts.remove(slot)))
  }
  return {
    read: async () => parse((await browser.storage.session.get(key))[key]),
    async write(unsaved) {
      await remember(unsaved)
      await drop()
      await drafts.write(prefix + unsaved.code, unsaved.draft).catch(ignore)
    },
    async clear() {
      await drop()
      await forget()
    },
    async restore() {
      const [unsaved] = (await kept()).map(fromDraft).filter((each) => each !== null)
      await (unsaved === undefined ? forget() : remember(unsaved))
    },
  }
}

function fromDraft({ slot, sealed }: SealedDraft): Unsaved | null {
  return parse({ draft: sealed, code: slot.slice(prefix.length) })
}

function ignore(): void {}

/** Tells `listener` of every change, wherever it was made. Returns how to stop. */
export function onUnsavedChange(listener: (unsaved: Unsaved | null) => void): () => void {
  const { onChanged } = browser.storage
  const heard: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'session' ? changes[key] : undefined
    if (change !== undefined) listener(parse(change.newValue))
  }
  onChanged.addListener(heard)
  return () => onChanged.removeListener(heard)
}
