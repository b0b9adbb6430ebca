import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { emptyAdd } from './empty-add'
import { useServices } from './services'

/** An empty vault, and how it fills. Not while there is something found to save. */
export function NoAccounts() {
  const { site, state } = useServices()
  if (site.found.value.some(({ kind }) => kind === 'account')) return null
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
