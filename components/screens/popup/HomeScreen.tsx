import { useState } from 'preact/hooks'
import { SearchField } from '@/components/account/SearchField'
import { searchAccounts } from '@/components/account/search-accounts'
import { t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import type { Nearby } from '@/components/model/nearby'
import type { BoundHere } from '@/components/model/site-model'
import type { VaultModel } from '@/components/model/vault-model'
import { AccountLines } from './AccountLines'
import styles from './HomeScreen.module.css'
import { lazy } from './lazy'
import type { OpenedUnsaved } from './open-unsaved'
import { ScanLine } from './ScanLine'
import sections from './Section.module.css'
import { useServices } from './services'
import { useUnsaved } from './use-unsaved'

const HealthNotice = lazy(async () => (await import('./HealthNotice')).HealthNotice)
const PageAsks = lazy(async () => (await import('./PageAsks')).PageAsks, { quiet: true })
const UnsavedCard = lazy(async () => (await import('./UnsavedCard')).UnsavedCard)
const NoAccounts = lazy(async () => (await import('./NoAccounts')).NoAccounts)
const NearbySection = lazy(async () => (await import('./NearbySection')).NearbySection)
/** Fetched while the vault is opened: nothing waits for it. */
const SiteSection = lazy(async () => (await import('./SiteSection')).SiteSection, { early: true })
const BackupDue = lazy(async () => (await import('./BackupDue')).BackupDue, { quiet: true })
/** Fetched as soon as there seems to be something to show. */
export const FoundSection = lazy(async () => (await import('./FoundSection')).FoundSection)

/** The codes: what was found on the page, then those for this site, then all. */
export function HomeScreen() {
  const { model, site } = useServices()
  const [query, setQuery] = useState('')
  const [fillId, setFillId] = useState<string | null>(null)
  const [framed, setFramed] = useState<readonly string[]>([])
  const accounts = model.accounts.value
  const bound = site.bound.value
  const isCalm = site.isCalm.value || bound.length > 0
  const [unsaved, lookAgain] = useUnsaved()
  const found = site.found.value.filter(
    (each) => !isShownBelow(each, bound) && !isUnsaved(each, unsaved),
  )
  const searching = query.trim() !== ''
  const others = searching
    ? searchAccounts(accounts, query)
    : accounts.filter(
        (account) =>
          !framed.includes(account.id) && !bound.some((here) => here.account === account),
      )
  return (
    <>
      <main class={styles.home}>
        {hasNews(model) && <HealthNotice />}
        {!searching && unsaved && (
          <UnsavedCard key={unsaved.draft} unsaved={unsaved} onDone={lookAgain} />
        )}
        {!searching && isNear(site.nearby.value) && <NearbySection onBound={setFillId} />}
        {!searching && found.length > 0 && <FoundSection found={found} />}
        <div class={styles.list} data-testid="account-list">
          {!searching && isCalm && <PageAsks onFramed={setFramed} />}
          {!searching && bound.length > 0 && <SiteSection bound={bound} fillId={fillId} />}
          {(searching || others.length > 0) && (
            <section class={sections.section} aria-label={t('popup_all')}>
              <SearchField query={query} onQuery={setQuery} />
              <AccountLines accounts={others} searching={searching} />
            </section>
          )}
        </div>
        {accounts.length === 0 && unsaved === null && <NoAccounts />}
      </main>
      <div>
        {accounts.length > 0 && isCalm && <BackupDue />}
        <ScanLine />
      </div>
    </>
  )
}

/** Whether there may be something to tell: the words are fetched only then. */
function hasNews({ document, clockBehindMs }: VaultModel): boolean {
  return document.value?.mishap !== undefined || clockBehindMs.value > 0
}

function isNear(nearby: Nearby | null): boolean {
  return nearby !== null && nearby.related.length + nearby.alike.size > 0
}

/** What is saved and bound to the page stands among its accounts, ready to fill. */
function isShownBelow(found: Found, bound: readonly BoundHere[]): boolean {
  return found.kind === 'account' && bound.some(({ account }) => account.id === found.saved?.id)
}

/** It has a card of its own, with what was decided about it. */
function isUnsaved(found: Found, unsaved: OpenedUnsaved | null): boolean {
  return found.kind === 'account' && unsaved !== null && unsaved.isOf(found.account.parameters)
}
