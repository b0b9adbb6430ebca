import { widestCorrectionMs } from '@/utils/clock/correction'
import { codeAt, steamAlphabet } from './code'
import { digitsOf, periodOf } from './code-shape'
import type { SteamParameters, TotpParameters } from './parameters'

/** Codes computed to either side, at the most. */
const mostSteps = 1440
/** Codes there must be for each one tried, so that a mistyped one hardly ever fits. */
const codesForEachStep = 200

const codesOf = (parameters: TotpParameters | SteamParameters): number =>
  (parameters.type === 'steam' ? steamAlphabet.length : 10) ** digitsOf(parameters)

/**
 * How far this computer's clock is off, judged by a code that another device shows now for the
 * same account: what to add to `nowMs`, in whole time steps, or null if the code belongs to no
 * step near by. 0 means that the clocks agree. The nearest step counts. Six digits are looked for
 * within twelve hours; shorter codes fit by chance more often, so they are looked for nearer by.
 */
export function driftFromCode(
  parameters: TotpParameters | SteamParameters,
  code: string,
  nowMs: number,
): number | null {
  const stepMs = periodOf(parameters) * 1000
  const wanted = code.replace(/\s/g, '').toUpperCase()
  const steps = Math.min(
    mostSteps,
    Math.floor(widestCorrectionMs / stepMs),
    Math.floor(codesOf(parameters) / codesForEachStep / 2),
  )
  for (let distance = 0; distance <= steps; distance += 1) {
    for (const driftMs of [distance * stepMs, -distance * stepMs]) {
      if (nowMs + driftMs >= 0 && codeAt(parameters, nowMs + driftMs) === wanted) return driftMs
    }
  }
  return null
}
