import { useRef, useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { useWork } from '@/components/ui/use-work'
import type { FillResult, FillWait, FillWhen } from '@/utils/messages/contract'
import { useServices } from './services'

/** How long the popup says that it filled before it makes way for the page, in milliseconds. */
const saidForMs = 500

/** Filling an account's code into the page in front. */
export interface Filling {
  readonly busy: boolean
  readonly filled: boolean
  /** Why nothing was filled and what to do, or undefined. */
  readonly failure: string | undefined
  /** Why the code has to wait for the next, or null. */
  readonly wait: FillWait | null
  readonly fill: () => Promise<unknown>
  /** Fills the code of now although it should wait. */
  readonly insist: () => Promise<unknown>
}

/**
 * Filling the code of the account `id`; once it is filled the popup closes. Where the code has to
 * wait, the background is told to wait with it, which it does whether the popup stays or not.
 */
export function useFill(id: string): Filling {
  const { site, fillHere, close } = useServices()
  const asking = useWork()
  const waiting = useWork()
  const [result, setResult] = useState<FillResult>()
  const latest = useRef(0)
  const send = async (when: FillWhen): Promise<FillResult | undefined> => {
    const tabId = site.page.value?.tabId
    if (tabId === undefined) return
    latest.current += 1
    const mine = latest.current
    const next = await fillHere(tabId, id, when)
    if (mine !== latest.current) return
    setResult(next)
    if (next.kind === 'filled') setTimeout(close, saidForMs)
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
    failure: asking.error ?? waiting.error ?? resultText(result),
    wait: result?.kind === 'wait' && !waiting.error ? result : null,
    fill: () => ask('ask'),
    insist: () => ask('now'),
  }
}

function resultText(result: FillResult | undefined): string | undefined {
  switch (result?.kind) {
    case 'no-field':
      return t('fill_no_field')
    case 'overtaken':
      return t('fill_overtaken')
    case 'other-site':
      return t('fill_other_site', result.host)
    default:
      return undefined
  }
}
