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
import type { PickedText } from '@/utils/storage/selected-text'
import { inOrder } from '../in-order'
import { type RecoveryServices, useServices } from '../services'
import { HoldCodes } from './HoldCodes'
import { NothingPicked } from './NothingPicked'
import { RecoveryCard } from './RecoveryCard'

/** Codes that may be kept. */
interface Offered {
  readonly codes: readonly string[]
  /** What the user picked, where they are not what the page shows by itself. */
  readonly picked: PickedText | null
}

interface RecoveryOfferProps {
  readonly bound: readonly BoundHere[]
}

/**
 * Offers to keep the recovery codes that the page shows, with an account of its site, or those that
 * the user picked there, with any. What an account has already is not offered again. Where the site
 * has no account yet, as some show the codes before or beside the key, they can be held for it.
 */
export function RecoveryOffer({ bound }: RecoveryOfferProps) {
  const { model, recovery, site } = useServices()
  const [offered, setOffered] = useOffered()
  if (offered === null) return null
  const { codes, picked } = offered
  const here = inOrder(bound, null).map(({ account }) => account)
  const others = model.accounts.value.filter((account) => !here.includes(account))
  const isOwn = picked === null || picked.isHeld
  const accounts = isOwn ? here : [...here, ...others]
  const keeper = keeperOf(codes, accounts)
  const done = () => {
    setOffered(null)
    if (picked !== null) void recovery().then((ports) => ports.picked.clear())
  }
  // Codes beside an account that is not saved yet are that one's.
  const isEarly = here.length === 0 || site.found.value.some(isUnsaved)
  if (isOwn && isEarly) {
    return <HoldCodes codes={codes} isHeld={picked !== null} onDrop={done} />
  }
  if (codes.length > 0 && keeper === null) {
    return (
      <RecoveryCard codes={codes} accounts={accounts} isPicked={picked !== null} onDone={done} />
    )
  }
  if (picked === null) return null
  if (keeper !== null) return <KeptAlready name={accountTitle(keeper)} onDone={done} />
  const lines = codesOfLines(picked.text)
  const keepLines = () => setOffered({ codes: lines, picked })
  return <NothingPicked onKeepLines={lines.length > 0 ? keepLines : null} onDone={done} />
}

function isUnsaved(found: Found): boolean {
  return found.kind === 'account' && found.saved === null
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
  const tabId = site.page.value?.tabId
  useEffect(() => {
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
  }, [tabId])
  return [offered, setOffered] as const
}

/** What was picked goes first; else what the page shows. */
async function offeredIn(
  tabId: number,
  { picked, pageText }: RecoveryServices,
  nowMs: number,
): Promise<Offered | null> {
  const found = await picked.find(tabId, nowMs)
  if (found !== null) return { codes: selectedCodes(found.text), picked: found }
  const page = await pageText(tabId)
  return page && { codes: findRecoveryCodes(page), picked: null }
}
