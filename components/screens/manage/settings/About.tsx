import { t } from '@/components/i18n'
import { Mark } from '@/components/ui/Mark'
import { productName } from '@/utils/product'
import { hrefOf } from '../route'
import { useServices } from '../services'
import styles from './About.module.css'

/** Name, version, and the way back to the first steps. */
export function About() {
  const { version } = useServices()
  return (
    <footer class={styles.about}>
      <Mark size={2} />
      <span>
        {productName} {version}
      </span>
      <a href={hrefOf('welcome')}>{t('manage_first_steps')}</a>
    </footer>
  )
}
