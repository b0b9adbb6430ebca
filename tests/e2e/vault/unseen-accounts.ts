import { createHash } from 'node:crypto'
import { toBase32 } from '@/utils/bytes/base32'
import type { Page } from '../../driver'
import type { Needle } from '../../search/patterns'

/*
 * What a test hands to the browser stays in the memory of its own protocol. So the page makes the
 * secrets itself, as digests of a word; the test knows the word and makes the same digests.
 */

const accounts = [0, 1, 2]

/** What the accounts of that word hold, to be searched for. */
export function needlesOf(word: string): Needle[] {
  return accounts.flatMap((number) => {
    const secret = digest(`${word} secret ${number}`)
    return [
      { name: `secret ${number}`, value: toBase32(secret) },
      { name: `secret ${number} as bytes`, value: secret },
      { name: `issuer ${number}`, value: hexDigest(`${word} issuer ${number}`) },
    ]
  })
}

const digest = (text: string) =>
  new Uint8Array(createHash('sha256').update(text).digest()).slice(0, 20)
const hexDigest = (text: string) => Buffer.from(digest(text)).toString('hex')

/** Has a page of ours make the accounts of that word and save them as the popup does. */
export async function saveUnseen(page: Page, word: string): Promise<void> {
  const replies = await page.evaluate(makeAndSave, word, accounts)
  if (replies.some((reply) => !reply.includes('"ok"'))) throw new Error(replies.join())
}

interface Extension {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<{ keySession: { dek: string; vaultId: string } }>
    }
  }
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> }
}

/** Runs in the page: sees nothing of this file, hands back nothing but how it went. */
async function makeAndSave(word: string, numbers: readonly number[]): Promise<string[]> {
  const extension = (globalThis as unknown as { chrome: Extension }).chrome
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))).slice(0, 20)
  const toBase32 = (bytes: Uint8Array) => {
    const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
  }
  const toHex = (bytes: Uint8Array) =>
    [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const { dek, vaultId } = (await extension.storage.session.get('keySession')).keySession
  const rawKey = Uint8Array.from(atob(dek), (char) => char.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt'])
  const additionalData = bytesOf(`sixpence-draft-v1.${vaultId}`)
  const save = async (number: number) => {
    const secretBase32 = toBase32(await digest(`${word} secret ${number}`))
    const account = {
      id: `unseen-${number}`,
      issuer: toHex(await digest(`${word} issuer ${number}`)),
      label: 'ada',
      parameters: { type: 'totp', secretBase32, algorithm: 'SHA1', digits: 6, period: 30 },
      note: '',
      sites: [],
      tags: [],
      favorite: false,
      createdAtMs: 1,
      updatedAtMs: 1,
      deletedAtMs: null,
    }
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = bytesOf(JSON.stringify({ kind: 'add', account }).padEnd(4096))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
    const draft = btoa(String.fromCharCode(...iv, ...new Uint8Array(sealed)))
    return JSON.stringify(await extension.runtime.sendMessage({ type: 'account.save', draft }))
  }
  const replies: string[] = []
  for (const number of numbers) replies.push(await save(number))
  return replies
}
