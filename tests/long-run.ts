import { appendFileSync } from 'node:fs'
import process from 'node:process'

/*
 * Some promises are shown by numbers: kills, mutations, searched files. `npm test` runs them in
 * short, `npm run test:vault` in full and keeps what came out.
 */

/** Whether this is the run in full. */
export const isLongRun = process.env.SIXPENCE_TEST_LONG === '1'

/** How often to do something: `full` in the run in full, `short` in everybody's. */
export function times(full: number, short: number): number {
  return isLongRun ? full : short
}

/** One line of the table of results. */
export interface LongResult {
  /** The promise, as the documents number them: "P7". */
  readonly promise: string
  /** What was done: "SIGKILL while saving". */
  readonly what: string
  /** With its version ("Chromium 156", "Firefox 153"), or "node" and its version. */
  readonly where: string
  /** How often it was done. */
  readonly count: number
  /** What came out: "0 lost, 0 torn". */
  readonly result: string
}

/** Keeps a result for the table; without a run that gathers them it does nothing. */
export function record(result: LongResult): void {
  const file = process.env.SIXPENCE_TEST_RESULTS
  if (file) appendFileSync(file, `${JSON.stringify(result)}\n`)
}
