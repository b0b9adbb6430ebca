import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { createLiveCode, type LiveCode } from '@/components/model/live-code'
import { codeAt } from '@/utils/otp/code'
import type { OtpParameters } from '@/utils/otp/parameters'
import type { Account } from '@/utils/vault/document'

/** The code of an account on screen. */
export interface AccountCode extends Omit<LiveCode, 'code'> {
  /** Null: a counter code that nobody has asked for yet. */
  readonly code: ReadonlySignal<string | null>
  /** The code to hand out now. For counter codes a new one, whose counter has moved on. */
  readonly take: () => Promise<string>
}

/**
 * The code of `account` by the time of `nowMs`. Counter codes stay hidden until taken: each is
 * good for one use, so looking at a list must not spend them.
 */
export function useAccountCode(
  account: Pick<Account, 'id' | 'parameters'>,
  nowMs: ReadonlySignal<number>,
  takeCounter: (id: string) => Promise<OtpParameters>,
): AccountCode {
  const { id, parameters } = account
  const taken = useMemo(() => signal<string | null>(null), [id, parameters.secretBase32])
  return useMemo(() => {
    const live = createLiveCode(parameters, nowMs)
    if (live.period !== null) return { ...live, take: async () => live.code.peek() }
    return {
      ...live,
      code: computed(() => taken.value),
      take: async () => {
        const code = codeAt(await takeCounter(id), 0)
        taken.value = code
        return code
      },
    }
  }, [id, parameters, nowMs, taken])
}
