import type { HighWater } from './vault'

/**
 * Notes that a generation was saved. The save itself is done and durable: a mark that cannot be
 * written must not make it look failed.
 */
export async function noteHighWater(
  highWater: HighWater | undefined,
  generation: number,
): Promise<void> {
  try {
    await highWater?.write(generation)
  } catch {
    return
  }
}

/** Whether a generation above `newest` was saved before; false where nobody can tell. */
export async function isRolledBack(
  highWater: HighWater | undefined,
  newest: number,
): Promise<boolean> {
  try {
    return newest < ((await highWater?.read()) ?? 0)
  } catch {
    return false
  }
}
