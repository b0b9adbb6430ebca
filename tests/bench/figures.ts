import type { Samples } from './measures'

/** One line of the table. */
export interface Row {
  readonly name: string
  /** Median of the rounds. */
  readonly ms: number
  /** What the same run needs at least for something of this kind, in ms; null where nothing does. */
  readonly floorMs: number | null
  /** `ms` in relation to `to`; null for what others are related to. */
  readonly ratio: number | null
  readonly to: string
  /** The most that the ratio may be; null where none is promised. */
  readonly target: number | null
}

/** What one browser's run came to. */
export interface Figures {
  readonly browser: string
  readonly rows: readonly Row[]
}

/** 1,000 accounts may cost at most twice what 1 costs to the first code. */
const mostForThousand = 2

/** The rows of a run. */
export function figuresOf(browser: string, samples: Samples): Figures {
  const of = (name: string) => median(samples.get(name) ?? [])
  const row = (
    name: string,
    sample: string,
    base: string | null,
    more: { floor?: string; to?: string; target?: number } = {},
  ): Row => ({
    name,
    ms: of(sample),
    floorMs: more.floor ? of(more.floor) : null,
    ratio: base ? of(sample) / of(base) : null,
    to: more.to ?? '',
    target: more.target ?? null,
  })
  const floor = 'popup floor'
  const first = 'first code, accounts:'
  return {
    browser,
    rows: [
      row('PBKDF2-SHA256, 600,000', 'pbkdf2', null),
      row('unlock', 'unlock', 'pbkdf2', { to: 'PBKDF2' }),
      row('an empty popup', floor, null),
      row(`${first} 1`, 'popup 1', floor, { floor, to: 'an empty popup' }),
      row(`${first} 100`, 'popup 100', 'popup 1', { floor, to: '1' }),
      row(`${first} 1,000`, 'popup 1000', 'popup 1', { floor, to: '1', target: mostForThousand }),
      row(`${first} 10,000`, 'popup 10000', 'popup 1', { floor, to: '1' }),
      row('save, accounts: 1', 'save 1', null),
      row('save, accounts: 1,000', 'save 1000', 'save 1', { to: '1' }),
      row('background answers, awake', 'background awake', null),
      row('background answers, asleep', 'background asleep', 'background awake', { to: 'awake' }),
    ],
  }
}

/** Whether a promised ratio was missed. */
export function missed({ rows }: Figures): readonly Row[] {
  return rows.filter(({ ratio, target }) => ratio !== null && target !== null && ratio > target)
}

/** The table of a run as text. */
export function tableOf({ browser, rows }: Figures): string {
  const cells = rows.map(({ name, ms, floorMs, ratio, to, target }) => [
    name,
    ms.toFixed(1),
    floorMs === null ? '' : floorMs.toFixed(1),
    ratio === null ? '' : `${ratio.toFixed(2)} x ${to}`,
    target === null ? '' : `at most ${target}`,
  ])
  const lines = [['', 'ms', 'floor', 'ratio', 'target'], ...cells]
  const widths = [0, 1, 2, 3, 4].map((at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  )
  const text = lines.map((line) =>
    line
      .map((cell, at) =>
        at === 1 || at === 2 ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('   ')
      .trimEnd(),
  )
  return [browser, ...text].join('\n')
}

/** The middle one, or the mean of the two; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  const low = sorted[Math.ceil(half) - 1] ?? 0
  return (low + (sorted[Math.floor(half)] ?? low)) / 2
}
