import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { secondsLeft, stepAt } from '@/utils/clock/step'
import { codeAt } from '@/utils/otp/code'
import { periodOf } from '@/utils/otp/code-shape'
import type { OtpParameters } from '@/utils/otp/parameters'

/** A code that follows the time. HOTP codes do not: their period is null. */
export interface LiveCode {
  readonly code: ReadonlySignal<string>
  /** The code after this one, for its last seconds. */
  readonly next: ReadonlySignal<string>
  /** Seconds until the code changes, the period down to 1; 0 for HOTP. */
  readonly secondsLeft: ReadonlySignal<number>
  /** Length of the time step in seconds. */
  readonly period: number | null
}

/** The code of `parameters` at the time of `nowMs`. Computed only while read, and once per step. */
export function createLiveCode(parameters: OtpParameters, nowMs: ReadonlySignal<number>): LiveCode {
  const period = periodOf(parameters)
  if (period === null) return standStill(codeAt(parameters, 0))
  const step = computed(() => stepAt(nowMs.value, period))
  const codeOf = (at: number): string => codeAt(parameters, at * period * 1000)
  return {
    code: computed(() => codeOf(step.value)),
    next: computed(() => codeOf(step.value + 1)),
    secondsLeft: computed(() => secondsLeft(nowMs.value, period)),
    period,
  }
}

function standStill(code: string): LiveCode {
  return { code: signal(code), next: signal(code), secondsLeft: signal(0), period: null }
}
