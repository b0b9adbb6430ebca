import { toBase32 } from '@/utils/bytes/base32'
import type { Bytes } from '@/utils/bytes/bytes'
import { AppError } from '@/utils/errors/app-error'
import { readStated } from '../read/stated-entry'
import { isObject, textOf } from '../read/values'

/** A token of any FreeOTP; its secret comes from elsewhere in the newest. */
export function readToken(raw: unknown, secret: Bytes, app: string) {
  if (!isObject(raw)) throw new AppError('file-damaged')
  const counter = raw['counter']
  const stated = {
    type: textOf(raw['type']) || 'totp',
    // What the user typed over it counts before what the code said.
    issuer: textOf(raw['issuerAlt']) || textOf(raw['issuerExt']) || textOf(raw['issuerInt']),
    label: textOf(raw['labelAlt']) || textOf(raw['label']),
    secret: toBase32(secret),
    algorithm: raw['algo'],
    digits: raw['digits'],
    period: raw['period'],
    // The counter before the first use is one below what the code said: never below 0 here.
    counter: counter === -1 ? 0 : counter,
  }
  return readStated(stated, { app, raw })
}
