import { filledOnArrival } from '@/components/account/site-choice'
import { errorText } from '@/components/i18n'
import { showToast } from '@/components/ui/toasts'
import type { Site } from '@/utils/vault/document'
import type { SiteGrants } from '../services'

/**
 * Asks the browser, once, for all of `sites` that are filled without a click. To be called straight
 * from the click. What is saved does not wait for the answer; a refusal is told.
 */
export function askForSites(grants: SiteGrants, sites: readonly Site[]): void {
  const origins = filledOnArrival(sites)
  if (origins.length === 0) return
  void grants
    .request(origins)
    .catch(() => false)
    .then((isGranted) => {
      if (!isGranted) showToast(errorText('permission-denied'))
    })
}
