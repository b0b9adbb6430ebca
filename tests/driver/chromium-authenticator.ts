import { unwrapPage } from './chromium-page'
import type { Page } from './types'

/** A virtual authenticator of one tab, which makes and uses passkeys without asking anybody. */
export interface Authenticator {
  /** How many passkeys it holds. */
  count(): Promise<number>
  /** Loses every passkey: asked for one, it ends as if the user had cancelled. */
  clear(): Promise<void>
}

/**
 * Gives a tab an authenticator with user verification and PRF (if not told otherwise), as a computer
 * has it built in. It stays with the tab from page to page; other tabs have none. Chromium only.
 */
export async function addAuthenticator(page: Page, { hasPrf = true } = {}): Promise<Authenticator> {
  const inner = unwrapPage(page)
  const session = await inner.context().newCDPSession(inner)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  })
  return {
    count: async () => {
      const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId })
      return credentials.length
    },
    clear: async () => {
      await session.send('WebAuthn.clearCredentials', { authenticatorId })
    },
  }
}
