/** A profile as Chromium gives it: a tree of calls, and which of them ran at each sample. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly url: string }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  /** Microseconds from each sample to the one before. */
  readonly timeDeltas: readonly number[]
}

/** A sample that stands for more than this many intervals was held up by other processes. */
const mostIntervals = 2

/**
 * Milliseconds that scripts of extensions ran, with everything that was called by them: of a
 * busy machine's waiting only a little is counted.
 */
export function scriptMsOf({ nodes, samples, timeDeltas }: Profile, intervalUs: number): number {
  const ours = nodesOfExtensions(nodes)
  const us = samples.reduce((sum, id, index) => {
    const lasted = Math.min(timeDeltas[index] ?? 0, mostIntervals * intervalUs)
    return ours.has(id) ? sum + lasted : sum
  }, 0)
  return us / 1000
}

function nodesOfExtensions(nodes: Profile['nodes']): ReadonlySet<number> {
  const ours = new Set<number>()
  // Parents come before their children.
  for (const { id, callFrame, children } of nodes) {
    if (callFrame.url.startsWith('chrome-extension:')) ours.add(id)
    if (ours.has(id)) for (const child of children ?? []) ours.add(child)
  }
  return ours
}
