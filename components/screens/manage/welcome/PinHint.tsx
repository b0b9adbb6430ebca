import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import { Mark } from '@/components/ui/Mark'
import { productName } from '@/utils/product'
import type { Browser } from './browser-of'
import styles from './PinHint.module.css'

const steps = (browser: Browser): readonly string[] => {
  switch (browser) {
    case 'chrome':
      return [t('manage_pin_open'), t('manage_pin_chrome')]
    case 'edge':
      return [t('manage_pin_open'), t('manage_pin_edge')]
    case 'firefox':
      return [t('manage_pin_open'), t('manage_pin_firefox')]
  }
}

/** How the toolbar button is kept in view: a drawing of the toolbar, and the steps in words. */
export function PinHint({ browser }: { readonly browser: Browser }) {
  return (
    <div class={styles.hint}>
      <Toolbar browser={browser} />
      <ol class={styles.steps}>
        {steps(browser).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  )
}

function Toolbar({ browser }: { readonly browser: Browser }) {
  const isFirefox = browser === 'firefox'
  return (
    <div class={styles.window} aria-hidden="true">
      <div class={styles.bar}>
        <span class={styles.address} />
        <span class={styles.puzzle}>
          <Icon name="puzzle" />
          <b>1</b>
        </span>
        <span class={styles.avatar} />
      </div>
      <div class={styles.menu}>
        <span class={styles.other} />
        <span class={styles.row}>
          <Mark size={1.25} />
          <span>{productName}</span>
          <span class={styles.target}>
            <Icon name={isFirefox ? 'cog' : browser === 'edge' ? 'eye' : 'pin'} />
            <b>2</b>
          </span>
        </span>
        <span class={styles.other} />
        {isFirefox && <span class={styles.item}>{t('manage_pin_firefox_item')}</span>}
      </div>
    </div>
  )
}
