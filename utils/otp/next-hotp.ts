import { AppError } from '@/utils/errors/app-error'
import type { HotpParameters } from './parameters'

/**
 * `parameters` after their code has been used: the counter is one further (RFC 4226 section 7.2).
 * Throws `counter-out-of-range` past 2^53 - 1.
 */
export function nextHotp(parameters: HotpParameters): HotpParameters {
  const counter = parameters.counter + 1
  if (!Number.isSafeInteger(counter)) throw new AppError('counter-out-of-range')
  return { ...parameters, counter }
}
