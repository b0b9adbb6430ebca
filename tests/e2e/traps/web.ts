import { type AnyHost, startAnyHost } from '../any-host'
import { hearing, prompt, type Trap, type TrapOrigins } from './trap'

/** The web of some traps. */
export interface TrapWeb extends AnyHost {
  /** What was written into the fields of a trap's pages, in frames too, by what they tell. */
  readonly gotBy: (trap: Trap) => readonly string[]
}

/** The origins of a trap by its number. */
export const originsAt = (index: number): TrapOrigins => ({
  site: `https://trap-${index}.example`,
  foreign: `https://trap-${index}.foreign.test`,
})

/** Serves the pages of the traps. */
export async function startTrapWeb(traps: readonly Trap[]): Promise<TrapWeb> {
  const got = traps.map(() => new Map<string, string>())
  const host = await startAnyHost((url) => {
    const index = Number(/trap-(\d+)\./.exec(url.hostname)?.[1] ?? Number.NaN)
    const trap = traps[index]
    if (url.pathname === '/got') note(got[index], url)
    const body = trap && bodyOf(trap, originsAt(index), url)
    if (body === undefined) return null
    const headers = url.pathname === '/' ? trap?.headers : {}
    return { body: hearing(originsAt(index)) + body, ...(headers && { headers }) }
  })
  return { ...host, gotBy: (trap) => [...(got[traps.indexOf(trap)]?.values() ?? [])] }
}

function bodyOf(trap: Trap, origins: TrapOrigins, url: URL): string | undefined {
  if (url.pathname === '/') return trap.body(origins)
  if (url.pathname === '/prompt') return prompt
  if (url.pathname !== '/nest') return undefined
  return `<iframe src="${url.searchParams.get('of')}" width="620" height="320"></iframe>`
}

/** By the id of each event: browsers ask again where a connection is lost. */
function note(values: Map<string, string> | undefined, { searchParams: told }: URL): void {
  values?.set(told.get('id') ?? '', told.get('value') ?? '')
}
