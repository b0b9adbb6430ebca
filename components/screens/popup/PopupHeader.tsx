import { t } from '@/components/i18n'
import { IconButton } from '@/components/ui/IconButton'
import { Mark } from '@/components/ui/Mark'
import { productName } from '@/utils/product'
import styles from './PopupHeader.module.css'
import { useServices } from './services'

/** The mark, and what can be done from every screen. */
export function PopupHeader() {
  const { model, state, openManage } = useServices()
  const opened = model.status.value === 'unlocked'
  // Fetched when it is clicked: see lazy.tsx.
  const add = async (): Promise<void> => state.show((await import('./empty-add')).emptyAdd)
  const atHome = state.screen.value.name === 'home'
  return (
    <header class={styles.header}>
      <Mark size={1.5} />
      <strong class={styles.name}>{productName}</strong>
      {opened && atHome && (
        <IconButton
          icon="add"
          label={t('popup_add')}
          data-testid="add-account"
          onClick={() => void add()}
        />
      )}
      <IconButton
        icon="cog"
        label={t('popup_manage')}
        data-testid="open-manage"
        onClick={() => openManage()}
      />
      {opened && (
        <IconButton
          icon="lock"
          label={t('popup_lock')}
          data-testid="lock"
          onClick={() => void model.lock()}
        />
      )}
    </header>
  )
}
