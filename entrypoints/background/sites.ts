/** What keeping the watcher where it is allowed needs from the outside. */
export interface SitesPorts {
  /** Match patterns of what the user allowed. */
  readonly grantedPatterns: () => Promise<readonly string[]>
  readonly registeredFills: () => Promise<readonly string[]>
  readonly registerFill: (pattern: string) => Promise<void>
  readonly unregisterFill: (pattern: string) => Promise<void>
  readonly tabsOf: (pattern: string) => Promise<readonly number[]>
  readonly injectWatch: (tabId: number) => Promise<void>
  readonly exclusively: (name: string, work: () => Promise<void>) => Promise<void>
}

/**
 * Has the watcher run on the allowed sites and nowhere else. Browsers forget
 * registrations at updates and keep them when a permission goes: what counts is what is allowed
 * now. Where two patterns meet the script runs twice, which is harmless. One that fails does not
 * hold up the others.
 */
export function syncSites(ports: SitesPorts): Promise<void> {
  return ports.exclusively('sites', async () => {
    const granted = new Set(await ports.grantedPatterns())
    const registered = new Set(await ports.registeredFills())
    await Promise.allSettled([
      ...[...granted]
        .filter((pattern) => !registered.has(pattern))
        .map((pattern) => ports.registerFill(pattern)),
      ...[...registered]
        .filter((pattern) => !granted.has(pattern))
        .map((pattern) => ports.unregisterFill(pattern)),
    ])
  })
}

/** A site has been allowed: from now on, and in its pages that are open already. */
export async function welcomeSites(patterns: readonly string[], ports: SitesPorts): Promise<void> {
  await syncSites(ports)
  const tabs = await Promise.all(patterns.map((pattern) => ports.tabsOf(pattern)))
  await Promise.allSettled([...new Set(tabs.flat())].map((tabId) => ports.injectWatch(tabId)))
}

/**
 * The extension was installed, updated or reloaded, or the browser started: what ran in open pages
 * of allowed sites has lost us, or was never there.
 */
export async function welcomeAllSites(ports: SitesPorts): Promise<void> {
  await welcomeSites(await ports.grantedPatterns(), ports)
}
