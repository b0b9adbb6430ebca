import { useEffect, useState } from 'preact/hooks'
import { areKept } from '@/components/model/new-codes'
import type { BoundHere } from '@/components/model/site-model'
import { findRecoveryCodes } from '@/utils/recovery/find-codes'
import { readRecoveryCodes } from '@/utils/recovery/read-codes'
import { type RecoveryServices, useServices } from '../services'
import { RecoveryCard } from './RecoveryCard'

/** Codes that may be kept: those of a page, or of a text that the user picked there. */
interface Offered {
  readonly codes: readonly string[]
  readonly isPicked: boolean
}

/**
 * Offers to keep the recovery codes that the page shows, with an account of its site, or those that
 * the user picked there, with any. What an account has already is not offered again.
 */
export function RecoveryOffer({ bound }: { readonly bound: readonly BoundHere[] }) {
  const { site, model, recovery, now } = useServices()
  const [offered, setOffered] = useState<Offered | null>(null)
  const tabId = site.page.value?.tabId
  const hasSite = bound.length > 0
  useEffect(() => {
    if (tabId === undefined) return
    let isOver = false
    let stop = () => {}
    const begin = async (): Promise<void> => {
      const ports = await recovery()
      const look = async (): Promise<void> => {
        const found = await offeredIn(tabId, hasSite, ports, now()).catch(() => null)
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
  }, [tabId, hasSite])
  const accounts = bound.map(({ account }) => account)
  if (offered === null || offered.codes.length === 0) return null
  if (areKept(offered.codes, offered.isPicked ? model.accounts.value : accounts)) return null
  const others = model.accounts.value.filter((account) => !accounts.includes(account))
  const done = () => {
    setOffered(null)
    if (offered.isPicked) void recovery().then(({ picked }) => picked.clear())
  }
  return (
    <RecoveryCard
      codes={offered.codes}
      accounts={offered.isPicked ? [...accounts, ...others] : accounts}
      onDone={done}
    />
  )
}

/** What was picked goes first; else what the page of an account shows. */
async function offeredIn(
  tabId: number,
  hasSite: boolean,
  { picked, pageText }: RecoveryServices,
  nowMs: number,
): Promise<Offered | null> {
  const text = await picked.find(tabId, nowMs)
  if (text !== null) return { codes: readRecoveryCodes(text), isPicked: true }
  const page = hasSite ? await pageText(tabId) : null
  return page && { codes: findRecoveryCodes(page), isPicked: false }
}
