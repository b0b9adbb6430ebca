import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icon-paths'
import { Mark } from '@/components/ui/Mark'
import { Notice } from '@/components/ui/Notice'
import { useLost } from '../../use-lost'
import { useServices } from '../services'
import { SaveDamaged } from '../shell/SaveDamaged'
import { useTitle } from '../shell/use-title'
import { CreateVault } from './CreateVault'
import styles from './WelcomeScreen.module.css'

interface Assurance {
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

const promises = (): readonly Assurance[] => [
  {
    icon: 'lock',
    title: t('manage_welcome_sealed'),
    text: t('manage_welcome_sealed_text'),
  },
  {
    icon: 'site',
    title: t('manage_welcome_sites'),
    text: t('manage_welcome_sites_text'),
  },
  {
    icon: 'shield',
    title: t('manage_welcome_local'),
    text: t('manage_welcome_local_text'),
  },
]

/** The first screen of all: what this is, and the password that makes the vault. */
export function WelcomeScreen() {
  const lost = useLost(useServices().vault)
  useTitle(t('manage_welcome_title'))
  return (
    <main class={styles.screen}>
      <div class={styles.intro}>
        <Mark size={5} />
        {lost && (
          <Notice tone="error" title={t('health_lost_title')} actions={<SaveDamaged />}>
            {t('health_lost_text')}
          </Notice>
        )}
        <div class={styles.words}>
          <h1>{t('manage_welcome_title')}</h1>
          <p class={styles.lead}>{t('manage_welcome_lead')}</p>
        </div>
        <ul class={styles.promises}>
          {promises().map((promise) => (
            <li key={promise.title}>
              <Icon name={promise.icon} />
              <div>
                <strong>{promise.title}</strong>
                <p>{promise.text}</p>
              </div>
            </li>
          ))}
        </ul>
      </div>
      <CreateVault />
    </main>
  )
}
