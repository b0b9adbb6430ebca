import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Mark } from '@/components/ui/Mark'
import styles from './Gate.module.css'
import { useServices } from './services'

/** No vault yet: what this is, in two sentences, and the way to the first run. */
export function WelcomeScreen() {
  const { site, openManage } = useServices()
  const seen = site.found.value.some(({ kind }) => kind === 'account')
  return (
    <main class={styles.gate}>
      <Mark size={4} />
      <h1 class={styles.title}>{t('popup_welcome_title')}</h1>
      <p class={styles.words}>{t('popup_welcome_text')}</p>
      <Button
        variant="primary"
        wide
        autofocus
        data-testid="open-welcome"
        onClick={() => openManage('welcome')}
      >
        {t('popup_welcome_start')}
      </Button>
      {seen && <p class={styles.words}>{t('popup_welcome_seen')}</p>}
    </main>
  )
}
