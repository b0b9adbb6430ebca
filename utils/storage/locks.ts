/**
 * Runs `work` while no other page or worker of the extension runs work of the same name: Web
 * Locks, which the browser takes back from whoever ends. Not re-entrant: work that asks for its
 * own name waits for ever.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(`sixpence.${name}`, work)
}
