import type { Room } from '../types'

/** As good as any length. */
const anyLength = 1_000

/** What the inputs of a code field take: one for the whole code, or a digit each. */
export function roomOf(inputs: readonly HTMLInputElement[]): Room {
  const [input, second] = inputs
  if (input === undefined || second) return { least: inputs.length, most: inputs.length }
  return { least: 0, most: input.maxLength < 0 ? anyLength : input.maxLength }
}
