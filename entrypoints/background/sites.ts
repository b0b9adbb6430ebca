/** What keeping the content script where it is allowed needs from the outside. */
export interface SitesPorts {
  /** Origins without port that the user allowed. */
  readonly grantedOrigins: () => Promise<readonly string[]>
  readonly registeredFills: () => Promise<readonly string[]>
  readonly registerFill: (origin: string) => Promise<void>
  readonly unregisterFill: (origin: string) => Promise<void>
  readonly tabsOf: (origin: string) => Promise<readonly number[]>
  readonly injectWatch: (tabId: number) => Promise<void>
  readonly exclusively: (name: string, work: () => Promise<void>) => Promise<void>
}

/**
 * Has the content script run on the allowed sites and nowhere else. Browsers forget
 * registrations at updates and keep them when a permission goes: what counts is what is allowed
 * now. A site that fails does not hold up the others.
 */
export function syncSites(ports: SitesPorts): Promise<void> {
  return ports.exclusively('sites', async () => {
    const granted = new Set(await ports.grantedOrigins())
    const registered = new Set(await ports.registeredFills())
    await Promise.allSettled([
      ...[...granted]
        .filter((origin) => !registered.has(origin))
        .map((origin) => ports.registerFill(origin)),
      ...[...registered]
        .filter((origin) => !granted.has(origin))
        .map((origin) => ports.unregisterFill(origin)),
    ])
  })
}

/** A site has been allowed: from now on, and in its pages that are open already. */
export async function welcomeSites(origins: readonly string[], ports: SitesPorts): Promise<void> {
  await syncSites(ports)
  const tabs = await Promise.all(origins.map((origin) => ports.tabsOf(origin)))
  await Promise.allSettled(tabs.flat().map((tabId) => ports.injectWatch(tabId)))
}
