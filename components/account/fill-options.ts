import { t } from '@/components/i18n'
import type { Option } from '@/components/ui/Select'
import type { Site } from '@/utils/vault/document'

/** When codes are filled on a site, as a list to choose from. */
export function fillOptions(): readonly Option<Site['fill']>[] {
  return [
    { value: 'arrival', text: t('form_fill_arrival') },
    { value: 'request', text: t('form_fill_request') },
    { value: 'never', text: t('form_fill_never') },
  ]
}
