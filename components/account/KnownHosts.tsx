import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import type { LoadSiteFacts } from '@/components/model/site-facts'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { hostOf } from '@/utils/sites/origin'
import type { Site } from '@/utils/vault/document'
import styles from './KnownHosts.module.css'
import { useKnownHosts } from './use-known-hosts'

interface KnownHostsProps {
  readonly issuer: string
  readonly sites: readonly Site[]
  readonly siteFacts: LoadSiteFacts
  readonly onAdd: (origins: readonly string[]) => void
}

/** Login hosts that are known to go with the sites, or with the issuer: added by a click only. */
export function KnownHosts({ issuer, sites, siteFacts, onAdd }: KnownHostsProps) {
  const known = useKnownHosts(issuer, sites, siteFacts)
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set())
  if (known.length === 0) return null
  const chosen = known.filter((origin) => !declined.has(origin))
  const choose = (origin: string, wanted: boolean): void => {
    const others = [...declined].filter((each) => each !== origin)
    setDeclined(new Set(wanted ? others : [...others, origin]))
  }
  return (
    <fieldset class={styles.known} data-testid="known-hosts">
      <legend>{t('form_known')}</legend>
      {known.map((origin) => (
        <Checkbox
          key={origin}
          label={<bdi class={styles.host}>{hostOf(origin)}</bdi>}
          checked={!declined.has(origin)}
          onValue={(wanted) => choose(origin, wanted)}
        />
      ))}
      {chosen.length > 0 && (
        <Button data-testid="add-known" onClick={() => onAdd(chosen)}>
          {chosen.length === 1 ? t('form_known_add_one') : t('form_known_add', chosen.length)}
        </Button>
      )}
    </fieldset>
  )
}
