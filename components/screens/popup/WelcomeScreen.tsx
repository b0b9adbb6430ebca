import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Mark } from '@/components/ui/Mark'
import { Notice } from '@/components/ui/Notice'
import { useLost } from '../use-lost'
import styles from './Gate.module.css'
import { useServices } from './services'

/** No vault yet: what this is, in two sentences, and the way to the first run. */
export function WelcomeScreen() {
  const { site, openManage, vault } = useServices()
  const lost = useLost(vault)
  const seen = site.found.value.some(({ kind }) => kind === 'account')
  return (
    <main class={styles.gate}>
      <Mark size={4} />
      {lost ? (
        <Notice tone="error" title={t('health_lost_title')}>
          {t('health_lost_text')}
        </Notice>
      ) : (
        <>
          <h1 class={styles.title}>{t('popup_welcome_title')}</h1>
          <p class={styles.words}>{t('popup_welcome_text')}</p>
        </>
      )}
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
