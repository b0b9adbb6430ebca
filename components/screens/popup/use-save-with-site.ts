import { useEffect, useState } from 'preact/hooks'
import { failureText, useWork } from '@/components/ui/use-work'
import { toErrorCode } from '@/utils/errors/app-error'
import type { AccountDraft } from '@/utils/vault/account-draft'
import { useServices } from './services'

/** Saving an account and asking for its sites, in one click. */
export interface SaveWithSite {
  readonly busy: boolean
  /** Why it was not saved, or cannot be. */
  readonly error: string | undefined
  /**
   * Saves and asks for `origins`, in one prompt, if there are any. To be called straight from the
   * click. `onSent`: from here on it is the background's to save. True once the account is saved.
   */
  readonly run: (origins: readonly string[], onSent?: () => void) => Promise<boolean>
}

/**
 * [Note: Saving with a site] Browsers close the popup when their prompt shows, and Firefox asks
 * only if the click has awaited nothing. So what would be saved is sealed beforehand, again at
 * every choice; the click sends it to the background and asks for the sites, in this order and at
 * once. Whatever becomes of the prompt and the popup, the account is saved, and a grant is taken up
 * by the background. A click that comes before the sealing is done waits for it: then Firefox may
 * not ask, and the site is offered again afterwards.
 */
export function useSaveWithSite(reviewed: AccountDraft | null): SaveWithSite {
  const { requestOrigins, model, site } = useServices()
  const save = useTellingSave()
  const sealed = useSealed(reviewed)
  const work = useWork()
  const run = (origins: readonly string[], onSent?: () => void): Promise<boolean> =>
    work.run(async () => {
      const draft = sealed.draft ?? (await sealed.seal())
      const saved = save(draft)
      onSent?.()
      const answered = origins.length === 0 ? null : requestOrigins(origins)
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
  /** Null while it is not sealed. */
  readonly draft: string | null
  /** The sentence for a sealing that failed. */
  readonly error: string | undefined
  /** Seals it now. */
  readonly seal: () => Promise<string>
}

interface Sealing extends Omit<Sealed, 'seal'> {
  readonly of: AccountDraft
}

/** `reviewed`, sealed by the vault as soon as it is there; null: there is nothing to save yet. */
function useSealed(reviewed: AccountDraft | null): Sealed {
  const { vault, now } = useServices()
  const [last, setLast] = useState<Sealing>()
  const seal = (): Promise<string> => vault.sealDraft(reviewed, now())
  useEffect(() => {
    if (reviewed === null) return
    let wanted = true
    const end = (draft: string | null, error?: string): void => {
      if (wanted) setLast({ of: reviewed, draft, error })
    }
    seal().then(end, (failure) => end(null, failureText(failure)))
    return () => {
      wanted = false
    }
  }, [reviewed, vault, now])
  const { draft, error } = last?.of === reviewed ? last : { draft: null, error: undefined }
  return { draft, error, seal }
}
