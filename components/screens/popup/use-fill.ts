import { useRef, useState } from 'preact/hooks'
import { useWork } from '@/components/ui/use-work'
import type { FillResult, FillWait, FillWhen } from '@/utils/messages/contract'
import { useServices } from './services'

/** How long the popup says that it filled before it makes way for the page, in milliseconds. */
const saidForMs = 500

/** Why a fill that went well filled nothing. */
export type FillMiss = Exclude<FillResult, { readonly kind: 'filled' | 'wait' }>

/** Filling an account's code into the page in front. */
export interface Filling {
  readonly busy: boolean
  readonly filled: boolean
  /** What went wrong, or undefined. */
  readonly failure: string | undefined
  /** Why nothing was filled, or null. */
  readonly miss: FillMiss | null
  /** Why the code has to wait for the next, or null. */
  readonly wait: FillWait | null
  readonly fill: () => Promise<unknown>
  /** Fills the code of now although it should wait. */
  readonly insist: () => Promise<unknown>
  /** Fills although the field is in a frame of another site. */
  readonly confirm: () => Promise<unknown>
}

/**
 * Filling the code of the account `id`; once it is filled the popup closes unless it `stays`. Where the code has to
 * wait, the background is told to wait with it, which it does whether the popup stays or not.
 */
export function useFill(id: string, stays: boolean): Filling {
  const { site, fillHere, close } = useServices()
  const asking = useWork()
  const waiting = useWork()
  const [result, setResult] = useState<FillResult>()
  const latest = useRef(0)
  const confirmed = useRef(false)
  const send = async (when: FillWhen): Promise<FillResult | undefined> => {
    const tabId = site.page.value?.tabId
    if (tabId === undefined) return
    latest.current += 1
    const mine = latest.current
    const next = await fillHere(tabId, id, when, confirmed.current)
    if (mine !== latest.current) return
    setResult(next)
    if (next.kind === 'filled' && !stays) setTimeout(close, saidForMs)
    return next
  }
  const ask = (when: FillWhen) =>
    asking.run(async () => {
      waiting.clearError()
      if (when === 'ask') setResult(undefined)
      const next = await send(when)
      const waits = next?.kind === 'wait' && !next.isLong
      if (waits) void waiting.run(async () => void (await send('wait')))
    })
  return {
    busy: asking.busy,
    filled: result?.kind === 'filled',
    failure: asking.error ?? waiting.error,
    miss:
      result === undefined || result.kind === 'filled' || result.kind === 'wait' ? null : result,
    wait: result?.kind === 'wait' && !waiting.error ? result : null,
    fill: () => ask('ask'),
    insist: () => ask('now'),
    confirm: () => {
      confirmed.current = true
      return ask('ask')
    },
  }
}
