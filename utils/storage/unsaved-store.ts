import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { type ErrorCode, errorCodes } from '@/utils/errors/app-error'

const key = 'unsaved'

const schema = v.object({ draft: v.string(), code: v.picklist(errorCodes) })

/** A reviewed account that the background could not save. */
export interface Unsaved {
  /** As `account.save` carried it: sealed by the vault, and what to send to try again. */
  readonly draft: string
  readonly code: ErrorCode
}

/** Keeps the latest account that could not be saved, in storage.session: see `DraftStore`. */
export interface UnsavedStore {
  /** Null where there is none. */
  read(): Promise<Unsaved | null>
  write(unsaved: Unsaved): Promise<void>
  clear(): Promise<void>
}

function parse(stored: unknown): Unsaved | null {
  const unsaved = v.safeParse(schema, stored)
  return unsaved.success ? unsaved.output : null
}

/** The store that all pages and the background share. */
export function createUnsavedStore(): UnsavedStore {
  return {
    read: async () => parse((await browser.storage.session.get(key))[key]),
    write: (unsaved) => browser.storage.session.set({ [key]: unsaved }),
    clear: () => browser.storage.session.remove(key),
  }
}

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
