import { SafeText } from '@/components/account/SafeText'
import { t } from '@/components/i18n'
import styles from './LookAlikeHosts.module.css'
import { useServices } from './services'

/** Both hosts, one above the other, so that they can be compared letter by letter. */
export function LookAlikeHosts({ bound }: { readonly bound: string }) {
  const { site } = useServices()
  return (
    <dl class={styles.hosts}>
      <dt>{t('alike_here')}</dt>
      <dd>
        <SafeText text={site.page.value?.host ?? ''} testId="alike-here" />
      </dd>
      <dt>{t('alike_bound')}</dt>
      <dd>
        <SafeText text={bound} testId="alike-bound" />
      </dd>
    </dl>
  )
}
