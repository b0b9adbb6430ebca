import { t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { emptyAdd } from './empty-add'
import { useServices } from './services'

const toSave: ReadonlySet<Found['kind']> = new Set(['account', 'key', 'migration'])

/** An empty vault, and how it fills. Not while there is something found to save. */
export function NoAccounts() {
  const { site, state } = useServices()
  if (site.found.value.some(({ kind }) => toSave.has(kind))) return null
  return (
    <EmptyState
      icon="scan"
      title={t('popup_none')}
      actions={
        <Button icon="add" onClick={() => state.show(emptyAdd)}>
          {t('popup_add')}
        </Button>
      }
    >
      {t('popup_none_text')}
    </EmptyState>
  )
}
