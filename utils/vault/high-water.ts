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

/** The highest generation ever saved; 0 where nobody can tell. */
export async function readMark(highWater: HighWater | undefined): Promise<number> {
  try {
    return (await highWater?.read()) ?? 0
  } catch {
    return 0
  }
}

/** No vault is saved that often: a number further above is damage, or somebody's mischief. */
const widestLeap = 2 ** 32

/**
 * The highest of `generation` and those of `others` that may be true: whoever comes after all of
 * them is newest for ever, also when what is missing now turns up again.
 */
export function highestOf(generation: number, others: readonly number[]): number {
  return Math.max(generation, ...others.filter((other) => other <= generation + widestLeap))
}
