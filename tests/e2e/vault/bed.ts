import { type App, type BrowserName, browsers } from '../../driver'

/** The browsers to test: all, or the one that SIXPENCE_TEST_BROWSER names. */
export const vaultBrowsers: readonly BrowserName[] = browsers.filter((browser) =>
  [undefined, '', browser].includes(process.env.SIXPENCE_TEST_BROWSER),
)

/** The master password of test vaults. */
export const masterPassword = 'quiet lantern orbit velvet'

/** The unlocked key as the extension keeps it; more may stand in it than is named here. */
export interface TakenSession {
  readonly vaultId: string
  /** base64 of 32 bytes. */
  readonly dek: string
}

/** The key session of an unlocked vault. */
export async function takeSession(app: App): Promise<TakenSession> {
  const session = await app.background.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: SessionStorage }
    return (await chrome.storage.session.get('keySession')).keySession as TakenSession | undefined
  })
  if (session === undefined) throw new Error('the vault is locked')
  // On its way here from Firefox an absent member becomes null.
  const members = Object.entries(session).filter(([, value]) => value !== null)
  return Object.fromEntries(members) as unknown as TakenSession
}

/** Unlocks without the password: puts a session back, as if it had been used just now. */
export async function putSession(app: App, session: TakenSession): Promise<void> {
  await app.background.evaluate(async (taken: object) => {
    const { chrome } = globalThis as unknown as { chrome: SessionStorage }
    const nowMs = Date.now()
    const moments = { unlockedAtMs: nowMs, usedAtMs: nowMs, deadlineMs: nowMs + 600_000 }
    await chrome.storage.session.set({ keySession: { ...taken, ...moments } })
  }, session)
}

/** The little of the extension API that runs in the background on the tests' behalf. */
interface SessionStorage {
  readonly storage: {
    readonly session: {
      get(key: string): Promise<Record<string, unknown>>
      set(items: object): Promise<void>
    }
  }
}
