import * as v from 'valibot'
import browser from 'webextension-polyfill'

const key = 'typedNames'
/** User names are remembered for so long: from the first step of a log-in to the second. */
const rememberedMs = 5 * 60_000
/** More are not kept at once: a page that types by itself must not fill the browser's memory. */
const most = 50

const typedName = v.object({
  tabId: v.pipe(v.number(), v.safeInteger()),
  site: v.string(),
  name: v.string(),
  atMs: v.pipe(v.number(), v.safeInteger()),
})

/** A user name that was typed in a tab, on a site: a registrable domain, or a host without one. */
export type TypedName = v.InferOutput<typeof typedName>

/** The user names typed of late. */
export interface TypedNames {
  /** Takes the place of the one typed before in that tab on that site. */
  add(typed: TypedName): Promise<void>
  /** The name typed last in a tab on a site; null where none was in the last minutes. */
  find(tabId: number, site: string, nowMs: number): Promise<string | null>
  clear(): Promise<void>
}

/** Typed user names in storage.session: in memory only, out of reach of content scripts. */
export function createTypedNames(
  exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>,
): TypedNames {
  const read = async (nowMs: number): Promise<readonly TypedName[]> => {
    const stored = v.safeParse(v.array(typedName), (await browser.storage.session.get(key))[key])
    const all = stored.success ? stored.output : []
    return all.filter(({ atMs }) => Math.abs(nowMs - atMs) < rememberedMs)
  }
  return {
    add: (typed) =>
      exclusively(key, async () => {
        const others = (await read(typed.atMs)).filter(
          ({ tabId, site }) => tabId !== typed.tabId || site !== typed.site,
        )
        await browser.storage.session.set({ [key]: [...others, typed].slice(-most) })
      }),
    find: async (tabId, site, nowMs) =>
      (await read(nowMs)).find((typed) => typed.tabId === tabId && typed.site === site)?.name ??
      null,
    clear: () => exclusively(key, () => browser.storage.session.remove(key)),
  }
}
