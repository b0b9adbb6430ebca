import { toBase32 } from '@/utils/bytes/base32'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { readOtpText } from '../read/otp-text'
import { readStated } from '../read/stated-entry'
import { bytesOfBase64, isObject, listOf, memberOf, textOf } from '../read/values'

/** Duo Mobile's accounts, off a rooted phone. */
export const duo: BackupFormat = {
  id: 'duo',
  matches: ({ json }) => listOf(json).some((entry) => isObject(memberOf(entry, 'otpGenerator'))),
  isEncrypted: () => false,
  parse: ({ json }) =>
    collect(listOf(json), {
      read: (raw) => {
        const generator = memberOf(raw, 'otpGenerator')
        const counter = memberOf(generator, 'counter')
        const stated = {
          type: typeof counter === 'number' ? 'hotp' : 'totp',
          issuer: '',
          label: textOf(memberOf(raw, 'name')),
          secret: textOf(memberOf(generator, 'otpSecret')),
          counter,
        }
        // Pushes have no secret and nothing to be brought along.
        return isObject(generator) ? readStated(stated, { app: 'duo', raw }) : []
      },
      titleOf: (raw) => textOf(memberOf(raw, 'name')),
    }),
}

/** Steam's own "steamguard" file: the secret in base64, of one account or of several. */
export const steamGuard: BackupFormat = {
  id: 'steam',
  matches: ({ json }) =>
    typeof memberOf(json, 'shared_secret') === 'string' || isObject(memberOf(json, 'accounts')),
  isEncrypted: () => false,
  parse: ({ json }) => {
    const accounts = memberOf(json, 'accounts')
    return collect(isObject(accounts) ? Object.values(accounts) : [json], {
      read: (raw) =>
        readStated(
          {
            type: 'steam',
            issuer: 'Steam',
            label: textOf(memberOf(raw, 'account_name')),
            secret: toBase32(bytesOfBase64(memberOf(raw, 'shared_secret'))),
          },
          { app: 'steam', raw },
        ),
      titleOf: (raw) => textOf(memberOf(raw, 'account_name')),
    })
  },
}

/** A list of names and keys, as smaller tools write it. */
export const otpListJson: BackupFormat = {
  id: 'otp-list',
  matches: ({ json }) => Array.isArray(memberOf(json, 'otp_list')),
  isEncrypted: () => false,
  parse: ({ json }) =>
    collect(listOf(memberOf(json, 'otp_list')), {
      read: (raw) =>
        readOtpText(
          textOf(memberOf(raw, 'key')),
          { issuer: textOf(memberOf(raw, 'name')), label: '' },
          { app: 'otp-list', raw },
        ),
      titleOf: (raw) => textOf(memberOf(raw, 'name')),
    }),
}
