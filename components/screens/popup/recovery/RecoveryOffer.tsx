import { useEffect, useState } from 'preact/hooks'
import { accountTitle } from '@/components/account/account-title'
import { t } from '@/components/i18n'
import type { Found } from '@/components/model/found'
import { keeperOf } from '@/components/model/new-codes'
import type { BoundHere } from '@/components/model/site-model'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { findRecoveryCodes } from '@/utils/recovery/find-codes'
import { codesOfLines, selectedCodes } from '@/utils/recovery/read-codes'
import { inOrder } from '../in-order'
import { type RecoveryServices, useServices } from '../services'
import { NothingPicked } from './NothingPicked'
import { RecoveryCard } from './RecoveryCard'

/** Codes that may be kept. */
interface Offered {
  readonly codes: readonly string[]
  /** The text that the user picked, where they are not what the page shows by itself. */
  readonly picked: string | null
}

interface RecoveryOfferProps {
  readonly bound: readonly BoundHere[]
}

/**
 * Offers to keep the recovery codes that the page shows, with an account of its site, or those that
 * the user picked there, with any. What an account has already is not offered again. Codes beside an
 * account that is not saved yet, or on a page of no account, are that one's: they wait for it.
 */
export function RecoveryOffer({ bound }: RecoveryOfferProps) {
  const { model, recovery, site } = useServices()
  const [offered, setOffered] = useOffered()
  // Whose they are is known once it is known what else the page shows.
  if (offered === null || site.scan.value.kind === 'scanning') return null
  const { codes, picked } = offered
  const here = inOrder(bound, null).map(({ account }) => account)
  const others = model.accounts.value.filter((account) => !here.includes(account))
  const accounts = picked === null ? here : [...here, ...others]
  const keeper = keeperOf(codes, accounts)
  const done = () => {
    setOffered(null)
    if (picked !== null) void recovery().then((ports) => ports.picked.clear())
  }
  const isEarly = here.length === 0 || site.found.value.some(isUnsaved)
  if (picked === null && isEarly) {
    return codes.length === 0 || keeperOf(codes, [...here, ...others]) ? null : <EarlyCodes />
  }
  if (codes.length > 0 && keeper === null) {
    return (
      <RecoveryCard codes={codes} accounts={accounts} isPicked={picked !== null} onDone={done} />
    )
  }
  if (picked === null) return null
  if (keeper !== null) return <KeptAlready name={accountTitle(keeper)} onDone={done} />
  const lines = codesOfLines(picked)
  const keepLines = () => setOffered({ codes: lines, picked })
  return <NothingPicked onKeepLines={lines.length > 0 ? keepLines : null} onDone={done} />
}

function isUnsaved(found: Found): boolean {
  return found.kind === 'account' ? found.saved === null : found.kind === 'key'
}

/** Recovery codes whose account is not here yet. */
function EarlyCodes() {
  return (
    <Notice title={t('recovery_early')}>
      <span data-testid="recovery-early">{t('recovery_early_text')}</span>
    </Notice>
  )
}

function KeptAlready({ name, onDone }: { readonly name: string; readonly onDone: () => void }) {
  return (
    <Notice
      actions={
        <Button data-testid="drop-recovery" onClick={onDone}>
          {t('close')}
        </Button>
      }
    >
      <span data-testid="kept-already">{t('recovery_kept_already', name)}</span>
    </Notice>
  )
}

/** What there is to offer for the page in front. */
function useOffered() {
  const { site, recovery, now } = useServices()
  const [offered, setOffered] = useState<Offered | null>(null)
  const { tabId, origin } = site.page.value ?? {}
  useEffect(() => {
    setOffered(null)
    if (tabId === undefined) return
    let isOver = false
    let stop = () => {}
    const begin = async (): Promise<void> => {
      const ports = await recovery()
      const look = async (): Promise<void> => {
        const found = await offeredIn(tabId, ports, now()).catch(() => null)
        if (!isOver) setOffered(found)
      }
      if (isOver) return
      // The popup may be quicker than what was picked for it.
      stop = ports.picked.watch(() => void look())
      await look()
    }
    begin().catch(() => setOffered(null))
    return () => {
      isOver = true
      stop()
    }
  }, [tabId, origin])
  return [offered, setOffered] as const
}

/** What was picked goes first; else what the page shows. */
async function offeredIn(
  tabId: number,
  { picked, pageText }: RecoveryServices,
  nowMs: number,
): Promise<Offered | null> {
  const text = await picked.find(tabId, nowMs)
  if (text !== null) return { codes: selectedCodes(text), picked: text }
  const page = await pageText(tabId)
  return page && { codes: findRecoveryCodes(page), picked: null }
}
