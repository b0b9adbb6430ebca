import type { Option } from '@/components/ui/Select'

/** The offered numbers, in order, and `current` among them even if it is none of the usual ones. */
export function choicesOf(
  offered: readonly number[],
  current: number | undefined,
  textOf: (choice: number) => string,
): readonly Option<string>[] {
  const choices = new Set(current === undefined ? offered : [...offered, current])
  return [...choices]
    .sort((a, b) => a - b)
    .map((choice) => ({ value: String(choice), text: textOf(choice) }))
}
