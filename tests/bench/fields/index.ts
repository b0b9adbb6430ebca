import { openFieldsBrowser } from './browser'
import { type PageFacts, type Wrap, wraps } from './page'
import { isRight, type Outcome, scoresOf } from './score'

/** Other words for wraps. */
const aliases: Readonly<Record<string, Wrap>> = { frame: 'iframe', frames: 'iframe' }

/** The wrap of this name. */
export function wrapOf(name: string): Wrap {
  const wrap = wraps.find((each) => each === name) ?? aliases[name]
  if (wrap === undefined) throw new Error(`no such wrap: ${name} (${wraps.join(', ')})`)
  return wrap
}

/** Runs the detector over pages in one browser. */
export async function benchFields(
  pages: readonly PageFacts[],
  wrap: Wrap,
  nodes: number,
): Promise<readonly Outcome[]> {
  const browser = await openFieldsBrowser()
  try {
    const outcomes: Outcome[] = []
    for (const page of pages) outcomes.push(await browser.find(page, wrap, nodes))
    return outcomes
  } finally {
    await browser.close()
  }
}

/** What went wrong, one line a page, and the scores as one JSON object in the last. */
export function reportOf(outcomes: readonly Outcome[]): string {
  const lines = outcomes
    .filter((outcome) => !isRight(outcome))
    .map(({ page, found }) => `${page.id} (${page.page_kind}): found ${JSON.stringify(found)}`)
  const kinds = [...new Set(outcomes.map(({ page }) => page.page_kind.replace(/\/.*/, '')))]
  const counts = kinds.map((kind) => {
    const those = outcomes.filter(({ page }) => page.page_kind.startsWith(kind))
    return `${kind}: ${those.filter(isRight).length} of ${those.length} exactly right`
  })
  return [...lines, ...counts, JSON.stringify(scoresOf(outcomes))].join('\n')
}
