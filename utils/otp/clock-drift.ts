import { codeAt } from './code'
import type { SteamParameters, TotpParameters } from './parameters'

/** How far off a clock may be to be worked out, in milliseconds. */
const widestDriftMs = 12 * 60 * 60 * 1000

const periodMs = (parameters: TotpParameters | SteamParameters): number =>
  (parameters.type === 'steam' ? 30 : parameters.period) * 1000

/**
 * How far this computer's clock is off, judged by a code that another device shows now for the
 * same account: what to add to `nowMs`, in whole time steps, or null if the code belongs to no
 * step within twelve hours. 0 means that the clocks agree. The nearest step counts.
 */
export function driftFromCode(
  parameters: TotpParameters | SteamParameters,
  code: string,
  nowMs: number,
): number | null {
  const stepMs = periodMs(parameters)
  const wanted = code.replace(/\s/g, '').toUpperCase()
  for (let distanceMs = 0; distanceMs <= widestDriftMs; distanceMs += stepMs) {
    for (const driftMs of [distanceMs, -distanceMs]) {
      if (nowMs + driftMs >= 0 && codeAt(parameters, nowMs + driftMs) === wanted) return driftMs
    }
  }
  return null
}
