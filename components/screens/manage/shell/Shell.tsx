import type { ComponentChildren } from 'preact'
import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icon-paths'
import { Mark } from '@/components/ui/Mark'
import { productName } from '@/utils/product'
import { BackupReminder } from '../backup/BackupReminder'
import { LeanNotice } from '../protection/LeanNotice'
import { hrefOf, type Route, route } from '../route'
import { useServices } from '../services'
import { HealthNotice } from './HealthNotice'
import styles from './Shell.module.css'
import { useActivity } from './use-activity'

interface Entry {
  readonly route: Route
  readonly icon: IconName
  readonly text: string
}

const entries = (): readonly Entry[] => [
  { route: 'accounts', icon: 'code', text: t('manage_nav_accounts') },
  { route: 'add', icon: 'add', text: t('manage_nav_add') },
  { route: 'backup', icon: 'backup', text: t('manage_nav_backup') },
  { route: 'sites', icon: 'site', text: t('manage_nav_sites') },
  { route: 'settings', icon: 'gear', text: t('manage_nav_settings') },
]

/** The frame around every screen of an open vault: the mark, the ways to go, the lock. */
export function Shell({ children }: { readonly children: ComponentChildren }) {
  useActivity()
  return (
    <div class={styles.shell}>
      <header class={styles.side}>
        <a class={styles.brand} href={hrefOf('accounts')}>
          <Mark size={2} />
          <span>{productName}</span>
        </a>
        <nav class={styles.nav} aria-label={t('manage_nav')}>
          {entries().map((entry) => (
            <NavLink key={entry.route} {...entry} />
          ))}
        </nav>
        <LockButton />
      </header>
      <main class={styles.main}>
        <HealthNotice />
        <LeanNotice />
        <BackupReminder />
        {children}
      </main>
    </div>
  )
}

function NavLink({ route: target, icon, text }: Entry) {
  const isHere = route.value === target
  return (
    <a class={styles.link} href={hrefOf(target)} aria-current={isHere ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{text}</span>
    </a>
  )
}

function LockButton() {
  const { model } = useServices()
  return (
    <button
      type="button"
      class={styles.lock}
      data-testid="lock"
      title={t('manage_lock')}
      onClick={() => void model.lock()}
    >
      <Icon name="lock" />
      <span>{t('manage_lock')}</span>
    </button>
  )
}
