import { openQrBrowser } from './browser'
import type { Sample } from './corpus'
import { judge, type Outcome, scoresOf } from './score'

/** Reads every sample in one browser. */
export async function benchQr(
  samples: readonly Sample[],
  wasm: boolean,
): Promise<readonly Outcome[]> {
  const browser = await openQrBrowser(wasm)
  try {
    const outcomes: Outcome[] = []
    for (const sample of samples) outcomes.push(judge(sample, await browser.read(sample)))
    return outcomes
  } finally {
    await browser.close()
  }
}

/** What was missed or wrong, scores by kind and by size, and all as one JSON object in the last. */
export function reportOf(outcomes: readonly Outcome[]): string {
  const flaws = outcomes.flatMap(({ sample, missed, wrong }) => [
    ...missed.map((text) => `${sample.id}: missed ${text.slice(0, 60)}`),
    ...wrong.map((text) => `${sample.id}: WRONG ${JSON.stringify(text.slice(0, 60))}`),
  ])
  const kinds = groupsOf(outcomes, ({ sample }) => sample.cat)
  const sizes = groupsOf(outcomes, ({ size: [width, height] }) => `${width} x ${height}`)
  return [...flaws, ...[...kinds, ...sizes].map(lineOf), JSON.stringify(scoresOf(outcomes))].join(
    '\n',
  )
}

function groupsOf(outcomes: readonly Outcome[], nameOf: (outcome: Outcome) => string) {
  const names = [...new Set(outcomes.map(nameOf))]
  names.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  return names.map((name) => [name, outcomes.filter((each) => nameOf(each) === name)] as const)
}

function lineOf([name, outcomes]: readonly [string, readonly Outcome[]]): string {
  const { codes, read, falseDecodes, cpuP50Ms, cpuP95Ms } = scoresOf(outcomes)
  return `${name}: ${read} of ${codes} read, ${falseDecodes} wrong, CPU ${cpuP50Ms} / ${cpuP95Ms} ms`
}
