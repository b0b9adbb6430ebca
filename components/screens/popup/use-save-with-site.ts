import { useEffect, useState } from 'preact/hooks'
import { showToast } from '@/components/ui/toasts'
import { failureText, useWork } from '@/components/ui/use-work'
import type { AccountDraft } from '@/utils/vault/account-draft'
import { useServices } from './services'

/** Saving an account and asking for its site, in one click. */
export interface SaveWithSite {
  /** Every version is sealed: a click can save any of them. Show no button before. */
  readonly ready: boolean
  readonly busy: boolean
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
 * taken up by the background.
 */
export function useSaveWithSite(versions: readonly AccountDraft[]): SaveWithSite {
  const { save, requestOrigin, model, site } = useServices()
  const drafts = useSealed(versions)
  const work = useWork()
  const run = async (index: number, origin: string | null): Promise<boolean> => {
    const draft = drafts?.[index]
    if (draft === undefined || work.busy) return false
    const saved = save(draft)
    const answered = origin === null ? null : requestOrigin(origin)
    void answered?.catch(() => false).then(site.checkAllowed)
    return await work.run(async () => {
      await saved
      await model.open()
    })
  }
  return { ready: drafts !== null, busy: work.busy, error: work.error, run }
}

interface Sealed {
  readonly of: readonly AccountDraft[]
  readonly drafts: readonly string[]
}

/** `versions` sealed by the vault, or null while they are not. */
function useSealed(versions: readonly AccountDraft[]): readonly string[] | null {
  const { vault, now } = useServices()
  const [sealed, setSealed] = useState<Sealed>()
  useEffect(() => {
    let wanted = true
    Promise.all(versions.map((version) => vault.sealDraft(version, now()))).then(
      (drafts) => wanted && setSealed({ of: versions, drafts }),
      (failure) => wanted && showToast(failureText(failure)),
    )
    return () => {
      wanted = false
    }
  }, [versions, vault, now])
  return sealed?.of === versions ? sealed.drafts : null
}
