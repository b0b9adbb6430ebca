import { useEffect, useState } from 'preact/hooks'
import { showToast } from '@/components/ui/toasts'
import { failureText, useWork } from '@/components/ui/use-work'
import type { Account } from '@/utils/vault/document'
import { useServices } from './services'

/** Saving an account and asking for its site, in one click. */
export interface SaveWithSite {
  /** The account is sealed: a click can save it. */
  readonly ready: boolean
  readonly busy: boolean
  readonly error: string | undefined
  /** To be called straight from the click. True once the account is saved. */
  readonly run: () => Promise<boolean>
}

/**
 * [Note: Saving with a site] Browsers close the popup when their prompt shows, and Firefox asks
 * only if the click has awaited nothing. So the account is sealed beforehand; the click sends it
 * to the background and asks for the site, in this order and at once. Whatever becomes of the
 * prompt and the popup, the account is saved, and a grant is taken up by the background.
 */
export function useSaveWithSite(account: Account, origin: string | null): SaveWithSite {
  const { save, requestOrigin, model, site } = useServices()
  const draft = useSealed(account)
  const work = useWork()
  const run = async (): Promise<boolean> => {
    if (draft === null || work.busy) return false
    const saved = save(draft)
    const answered = origin === null ? null : requestOrigin(origin)
    void answered?.catch(() => false).then(site.checkAllowed)
    return await work.run(async () => {
      await saved
      await model.open()
    })
  }
  return { ready: draft !== null, busy: work.busy, error: work.error, run }
}

/** `account` sealed by the vault, or null while it is not. */
function useSealed(account: Account): string | null {
  const { vault, now } = useServices()
  const [sealed, setSealed] = useState<{ readonly of: Account; readonly draft: string }>()
  useEffect(() => {
    let wanted = true
    vault.sealDraft(account, now()).then(
      (draft) => wanted && setSealed({ of: account, draft }),
      (failure) => wanted && showToast(failureText(failure)),
    )
    return () => {
      wanted = false
    }
  }, [account, vault, now])
  return sealed?.of === account ? sealed.draft : null
}
