import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import { failureText } from '@/components/ui/use-work'
import type { SiteChanges } from '@/utils/vault/account-sites'
import { useServices } from '../services'
import type { BoundAccount } from './site-rows'

/** Changing what is set for one site of an account, saved at once. */
export interface SiteChange {
  readonly change: (changes: SiteChanges) => Promise<void>
  readonly forgetField: () => Promise<void>
  readonly unbind: () => Promise<void>
  /** Why it was not saved. */
  readonly error: string | undefined
}

/**
 * `SiteChange` of a bound account; a toast tells that it was saved. Changes follow each other: none
 * is dropped because the one before is still being saved.
 */
export function useSiteChange({ account, site }: BoundAccount): SiteChange {
  const { actions } = useServices()
  const [error, setError] = useState<string>()
  const saved = async (change: () => Promise<void>): Promise<void> => {
    setError(undefined)
    try {
      await change()
      showToast(t('manage_saved'))
    } catch (failure) {
      setError(failureText(failure))
    }
  }
  return {
    change: (changes) => saved(() => actions.changeSite(account.id, site.origin, changes)),
    forgetField: () => saved(() => actions.forgetField(account.id, site.origin)),
    unbind: () => saved(() => actions.unbind(account.id, site.origin)),
    error,
  }
}
