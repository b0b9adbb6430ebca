import type { SealedDrafts } from '@/utils/vault/drafts'
import { createDraftStore, type DraftStore } from './draft-store'
import { createUnsavedStore, type UnsavedStore } from './unsaved-store'

/** All that waits to be saved. */
export interface KeptDrafts {
  /** What is being typed. */
  readonly drafts: DraftStore
  /** What could not be saved. */
  readonly unsaved: UnsavedStore
  /** Both, for the vault, whose key they are sealed with. */
  readonly sealed: SealedDrafts
}

/** The drafts of this page or of the background. */
export function createKeptDrafts(): KeptDrafts {
  const drafts = createDraftStore()
  const unsaved = createUnsavedStore(drafts)
  const sealed: SealedDrafts = {
    list: drafts.list,
    async replace(slot, from, to) {
      await drafts.replace(slot, from, to)
      await unsaved.restore()
    },
    async clear() {
      await drafts.clear()
      await unsaved.restore()
    },
  }
  return { drafts, unsaved, sealed }
}
