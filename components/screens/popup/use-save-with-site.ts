import { useEffect, useState } from 'preact/hooks'
import { failureText, useWork } from '@/components/ui/use-work'
import { toErrorCode } from '@/utils/errors/app-error'
import type { AccountDraft } from '@/utils/vault/account-draft'
import { useServices } from './services'

/** Saving an account and asking for its site, in one click. */
export interface SaveWithSite {
  readonly busy: boolean
  /** Why it was not saved, or cannot be. */
  readonly error: string | undefined
  /**
   * Saves the version at `index` and asks for `origin`, if there is one. To be called straight
   * from the click. True once the account is saved.
   */
  readonly run: (index: number, origin: string | null) => Promise<boolean>
}

/**
 * [Note: Saving with a site] Browsers close the popup when their prompt shows, and Firefox asks
 * only if the click has awaited nothing. So every version of the account that the user can choose
 * is sealed beforehand; the click sends one to the background and asks for the site, in this order
 * and at once. Whatever becomes of the prompt and the popup, the account is saved, and a grant is
 * taken up by the background. A click that comes before the sealing is done waits for it: then
 * Firefox may not ask, and the site is offered again afterwards.
 */
export function useSaveWithSite(versions: readonly AccountDraft[]): SaveWithSite {
  const { requestOrigin, model, site } = useServices()
  const save = useTellingSave()
  const sealed = useSealed(versions)
  const work = useWork()
  const run = (index: number, origin: string | null): Promise<boolean> =>
    work.run(async () => {
      const draft = sealed.drafts?.[index] ?? (await sealed.seal(index))
      const saved = save(draft)
      const answered = origin === null ? null : requestOrigin(origin)
      void answered?.catch(() => false).then(site.checkAllowed)
      await saved
      await model.open()
    })
  const error = work.error ?? (work.busy ? undefined : sealed.error)
  return { busy: work.busy, error, run }
}

/** The background keeps what it could not save for the next popup: not what this one tells. */
function useTellingSave(): (draft: string) => Promise<void> {
  const { save, unsaved } = useServices()
  return async (draft) => {
    try {
      await save(draft)
    } catch (failure) {
      // Once it is locked, this popup tells nothing either.
      if (toErrorCode(failure) !== 'vault-locked') await unsaved.clear(draft)
      throw failure
    }
  }
}

interface Sealed {
  /** All versions, in their order; null while they are not all sealed. */
  readonly drafts: readonly string[] | null
  /** The sentence for a sealing that failed. */
  readonly error: string | undefined
  /** Seals the version at `index` now. */
  readonly seal: (index: number) => Promise<string>
}

interface Sealing {
  readonly of: readonly AccountDraft[]
  readonly drafts: readonly string[] | null
  readonly error: string | undefined
}

/** `versions`, sealed by the vault as soon as they are there. */
function useSealed(versions: readonly AccountDraft[]): Sealed {
  const { vault, now } = useServices()
  const [last, setLast] = useState<Sealing>()
  const seal = (version: AccountDraft | undefined): Promise<string> =>
    vault.sealDraft(version, now())
  useEffect(() => {
    let wanted = true
    const end = (drafts: readonly string[] | null, error?: string): void => {
      if (wanted) setLast({ of: versions, drafts, error })
    }
    Promise.all(versions.map(seal)).then(end, (failure) => end(null, failureText(failure)))
    return () => {
      wanted = false
    }
  }, [versions, vault, now])
  const { drafts, error } = last?.of === versions ? last : { drafts: null, error: undefined }
  return { drafts, error, seal: (index) => seal(versions[index]) }
}
