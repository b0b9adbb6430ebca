import { AppError } from '@/utils/errors/app-error'
import { parseJson } from '@/utils/vault/json'
import type { BackupFormat } from '../format'
import { collect } from '../read/collect'
import { bytesOfSigned, hasMembers, memberOf, textOf } from '../read/values'
import { parseXml } from '../read/xml'
import { readToken } from './free-otp-token'

/** FreeOTP+: its tokens as JSON. */
export const freeOtpPlus: BackupFormat = {
  id: 'freeotp-plus',
  matches: ({ json }) => hasMembers(json, 'tokens', 'tokenOrder'),
  isEncrypted: () => false,
  async parse({ json }) {
    const tokens = memberOf(json, 'tokens')
    if (!Array.isArray(tokens)) throw new AppError('file-damaged')
    return await collect(tokens, {
      read: (raw) => readToken(raw, bytesOfSigned(memberOf(raw, 'secret')), 'freeotp-plus'),
      titleOf: (raw) => textOf(memberOf(raw, 'issuerExt')) || textOf(memberOf(raw, 'label')),
    })
  },
}

/** FreeOTP 1: the app's preferences, each token a text of JSON in them. */
export const freeOtp: BackupFormat = {
  id: 'freeotp',
  matches: ({ text }) => text !== null && isPreferences(text),
  isEncrypted: () => false,
  async parse({ text }) {
    const tokens = parseXml(text ?? '')
      .children.filter(({ name }) => name === 'string')
      .filter(({ attributes }) => attributes.get('name') !== 'tokenOrder')
    return await collect(tokens, {
      read: (element) => {
        const raw = parseJson(element.text, 'file-damaged')
        return readToken(raw, bytesOfSigned(memberOf(raw, 'secret')), 'freeotp')
      },
      titleOf: ({ attributes }) => attributes.get('name') ?? '',
    })
  },
}

/** How far in the first element has to stand. */
const headLength = 4096

/** Whether text looks like preferences of an Android app. */
export function isPreferences(text: string): boolean {
  const head = text.slice(0, headLength).trimStart()
  return head.startsWith('<') && /<map>|<string name=/.test(head)
}
