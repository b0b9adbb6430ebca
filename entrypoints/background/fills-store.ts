import * as v from 'valibot'
import type { Drafts, Vault } from '@/utils/vault/vault'
import { type Fills, noFills } from './prompts'

const slotName = 'fills'
const lockName = 'fills'

const whole = v.pipe(v.number(), v.safeInteger())
const fillsSchema = v.object({
  used: v.array(
    v.object({
      key: v.string(),
      runs: v.array(v.tuple([whole, whole])),
      count: whole,
      lastTabId: whole,
    }),
  ),
  unknownUntilMs: v.nullable(whole),
  prompts: v.array(
    v.object({
      tabId: whole,
      place: v.string(),
      key: v.string(),
      step: whole,
      atMs: whole,
      left: v.boolean(),
      refused: v.boolean(),
    }),
  ),
})

/** What keeping the fills needs from the outside. */
export interface FillsStorePorts {
  /** Keeping them is no use of the vault: pages have it done. */
  readonly vault: Pick<Vault, 'drafts'>
  /** Keeps sealed texts, as utils/storage/draft-store does. */
  readonly store: {
    read(slot: string): Promise<string | null>
    write(slot: string, sealed: string): Promise<void>
  }
  readonly exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>
  /** Milliseconds since the epoch. */
  readonly now: () => number
}

/** Keeps what was filled: for all windows and over stops of the worker. */
export interface FillsStore {
  /**
   * Replaces the fills by what `edit` makes of them, one at a time; kept before this returns.
   * `codeMs` is now, on the clock that codes are made with. Throws `vault-locked`.
   */
  change<T>(codeMs: number, edit: (fills: Fills) => readonly [Fills, T]): Promise<T>
  /**
   * As `change`, by who hands out no code and does not know what time codes are made with: what
   * cannot be read stays as it is for who does. Throws `vault-locked`.
   */
  amend(edit: (fills: Fills) => Fills): Promise<void>
}

/**
 * The fills, sealed under the vault's key like a draft: what a locked vault leaves behind says
 * nothing of where its owner logs in. What cannot be read (the key changed) may have held anything.
 */
export function createFillsStore(ports: FillsStorePorts): FillsStore {
  const { vault, store, exclusively, now } = ports
  const edit = <T>(codeMs: number, work: (found: Found) => readonly [Fills | null, T]) =>
    exclusively(lockName, async () => {
      const [sealed, drafts] = await Promise.all([store.read(slotName), vault.drafts(now())])
      const found = await findIn(sealed, drafts, codeMs)
      const [edited, result] = work(found)
      if (edited !== found.kept) await store.write(slotName, await drafts.seal(edited))
      return result
    })
  return {
    change: (codeMs, work) => edit(codeMs, ({ fills }) => work(fills)),
    amend: (work) => edit(0, ({ kept }) => [kept && work(kept), undefined]),
  }
}

interface Found {
  /** What is to go by. */
  readonly fills: Fills
  /** What lies there, if anything, as it reads; null where it does not. */
  readonly kept: Fills | null
}

async function findIn(sealed: string | null, drafts: Drafts, codeMs: number): Promise<Found> {
  if (sealed === null) return { fills: noFills, kept: noFills }
  const parsed = v.safeParse(fillsSchema, await drafts.open(sealed))
  if (!parsed.success) return { fills: { ...noFills, unknownUntilMs: codeMs }, kept: null }
  return { fills: parsed.output, kept: parsed.output }
}
