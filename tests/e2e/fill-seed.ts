import type { Page } from '../driver'

/** A site to bind to, and the secret of its account. */
export interface Seed {
  readonly id: string
  readonly origin: string
  readonly secretBase32: string
  /** The id, unless told. */
  readonly label?: string
  readonly match?: 'origin' | 'domain'
  readonly fill?: 'arrival' | 'request' | 'never'
  /** Its codes are sent once they are filled. */
  readonly submit?: boolean
  readonly type?: 'totp' | 'hotp'
  /** Seconds of a time step; 30 unless told. */
  readonly period?: number
}

/**
 * Saves an account the way the popup does, from the manage page of an unlocked vault: sealed as a
 * draft under the session's key, then by the message that carries it. Returns the reply.
 */
export function saveAccount(manage: Page, seed: Seed): Promise<unknown> {
  return manage.evaluate(async (given: Seed) => {
    interface Extension {
      storage: { session: { get(key: string): Promise<Record<string, unknown>> } }
      runtime: { sendMessage(message: unknown): Promise<unknown> }
    }
    const extension = (globalThis as unknown as { chrome: Extension }).chrome
    const stored = await extension.storage.session.get('keySession')
    const { dek, vaultId } = stored.keySession as { dek: string; vaultId: string }
    const base = { secretBase32: given.secretBase32, algorithm: 'SHA1', digits: 6 }
    const account = {
      id: given.id,
      issuer: 'Example',
      label: given.label ?? given.id,
      parameters:
        given.type === 'hotp'
          ? { type: 'hotp', ...base, counter: 1 }
          : { type: 'totp', ...base, period: given.period ?? 30 },
      note: '',
      sites: [
        {
          origin: given.origin,
          match: given.match ?? 'origin',
          fill: given.fill ?? 'arrival',
          ...(given.submit ? { submit: true } : {}),
        },
      ],
      tags: [],
      favorite: false,
      createdAtMs: 1,
      updatedAtMs: 1,
      deletedAtMs: null,
    }
    const bytesOf = (text: string) => new TextEncoder().encode(text)
    const rawKey = Uint8Array.from(atob(dek), (char) => char.charCodeAt(0))
    const key = await crypto.subtle.importKey('raw', rawKey, 'AES-GCM', false, ['encrypt'])
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const additionalData = bytesOf(`sixpence-draft-v1.${vaultId}`)
    const plain = bytesOf(JSON.stringify({ kind: 'add', account }).padEnd(4096))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
    const draft = btoa(String.fromCharCode(...iv, ...new Uint8Array(sealed)))
    return extension.runtime.sendMessage({ type: 'account.save', draft })
  }, seed)
}

/** Sends a message as a page of ours. */
export function sendFromPage(manage: Page, message: object): Promise<unknown> {
  return manage.evaluate((given: object) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
    }
    return chrome.runtime.sendMessage(given)
  }, message)
}

/** The id of the tab that shows `url`, which must be granted. */
export function tabIdOf(manage: Page, url: string): Promise<number> {
  return manage.evaluate(async (wanted: string) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(by: object): Promise<{ id: number; url?: string }[]> } }
    }
    const tabs = await chrome.tabs.query({})
    return tabs.find((tab) => tab.url === wanted)?.id ?? -1
  }, url)
}

/** What the toolbar button says over the tab that shows `url`, which must be granted. */
export function badgeOf(manage: Page, url: string): Promise<string> {
  return manage.evaluate(async (wanted: string) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(by: object): Promise<{ id: number; url?: string }[]> }
        action: { getBadgeText(of: object): Promise<string> }
      }
    }
    const tab = (await chrome.tabs.query({})).find((each) => each.url === wanted)
    return tab === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id })
  }, url)
}
