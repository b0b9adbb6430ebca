import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import type { IconName } from '@/components/ui/icon-paths'
import styles from './HowItWorks.module.css'

interface Step {
  readonly icon: IconName
  readonly title: string
  readonly text: string
}

const steps = (): readonly Step[] => [
  { icon: 'scan', title: t('manage_how_scan'), text: t('manage_how_scan_text') },
  { icon: 'check', title: t('manage_how_save'), text: t('manage_how_save_text') },
  { icon: 'keyboard', title: t('manage_how_fill'), text: t('manage_how_fill_text') },
]

/** The main job in three steps. */
export function HowItWorks() {
  return (
    <ol class={styles.steps}>
      {steps().map((step) => (
        <li key={step.title}>
          <span class={styles.icon}>
            <Icon name={step.icon} />
          </span>
          <h3>{step.title}</h3>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  )
}
