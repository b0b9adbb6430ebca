import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { useWork } from '@/components/ui/use-work'
import type { FillResult } from '@/utils/messages/contract'
import { useServices } from './services'

/** How long the popup says that it filled before it makes way for the page, in milliseconds. */
const saidForMs = 500

/** Filling an account's code into the page in front. */
export interface Filling {
  readonly busy: boolean
  readonly filled: boolean
  /** Why nothing was filled and what to do, or undefined. */
  readonly failure: string | undefined
  readonly fill: () => Promise<void>
}

/** Filling the code of the account `id`; once it is filled the popup closes. */
export function useFill(id: string): Filling {
  const { site, fillHere, close } = useServices()
  const work = useWork()
  const [result, setResult] = useState<FillResult>()
  const fill = async (): Promise<void> => {
    const tabId = site.page.value?.tabId
    if (tabId === undefined) return
    setResult(undefined)
    await work.run(async () => {
      const next = await fillHere(tabId, id)
      setResult(next)
      if (next.kind === 'filled') setTimeout(close, saidForMs)
    })
  }
  const filled = result?.kind === 'filled'
  return { busy: work.busy, filled, failure: work.error ?? resultText(result), fill }
}

function resultText(result: FillResult | undefined): string | undefined {
  if (result?.kind === 'no-field') return t('fill_no_field')
  return result?.kind === 'other-site' ? t('fill_other_site', result.host) : undefined
}
