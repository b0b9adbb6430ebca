import type { HotpParameters, OtpParameters } from './parameters'

/** Characters of a Steam Guard code. */
export const steamDigits = 5
/** Seconds of a Steam Guard time step. */
export const steamPeriod = 30

/** The length of the code. */
export function digitsOf(parameters: OtpParameters): number {
  return parameters.type === 'steam' ? steamDigits : parameters.digits
}

/** Seconds a code lives; null where it depends on a counter. */
export function periodOf(parameters: Exclude<OtpParameters, HotpParameters>): number
export function periodOf(parameters: OtpParameters): number | null
export function periodOf(parameters: OtpParameters): number | null {
  if (parameters.type === 'hotp') return null
  return parameters.type === 'steam' ? steamPeriod : parameters.period
}
