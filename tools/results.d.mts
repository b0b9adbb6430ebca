/** One line that a test recorded: see tests/long-run.ts. */
export interface Result {
  readonly promise: string
  readonly what: string
  readonly where: string
  readonly count: number
  readonly result: string
}
export function readResults(lines: string): Result[]
export function toTable(results: readonly Result[], date: string): string
export function replaceResults(text: string, table: string): string
