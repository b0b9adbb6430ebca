import { computed, type ReadonlySignal } from '@preact/signals'
import { codeAt } from '@/utils/otp/code'
import type { OtpParameters } from '@/utils/otp/parameters'

/** Steam Guard's time step in seconds. */
const steamPeriod = 30

/** A code that follows the time. HOTP codes do not: their period is null. */
export interface LiveCode {
  readonly code: ReadonlySignal<string>
  /** Seconds until the code changes, 1 to the period; 0 for HOTP. */
  readonly secondsLeft: ReadonlySignal<number>
  /** Length of the time step in seconds. */
  readonly period: number | null
}

/**
 * The code of `parameters` at the time of `nowMs`. Computed only while read, and once per step.
 */
export function createLiveCode(parameters: OtpParameters, nowMs: ReadonlySignal<number>): LiveCode {
  const period = periodOf(parameters)
  if (period === null) {
    return { code: computed(() => codeAt(parameters, 0)), secondsLeft: computed(() => 0), period }
  }
  const step = computed(() => Math.floor(nowMs.value / 1000 / period))
  return {
    code: computed(() => codeAt(parameters, step.value * period * 1000)),
    secondsLeft: computed(() => period - (Math.floor(nowMs.value / 1000) % period)),
    period,
  }
}

/** The time step in seconds, or null if the code does not depend on the time. */
export function periodOf(parameters: OtpParameters): number | null {
  if (parameters.type === 'hotp') return null
  return parameters.type === 'steam' ? steamPeriod : parameters.period
}
