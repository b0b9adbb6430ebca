import { budgets } from '../../../tools/sizes.mjs'
import { median } from '../figures'
import type { Samples } from '../measures'

/** How a figure is held to its target: by itself, by what it is above its floor, or as a multiple. */
type Measure = 'itself' | 'more' | 'times'

/** One line of the table of pages. */
export interface PageRow {
  readonly name: string
  readonly unit: string
  readonly value: number
  /** What the same run needs for nothing; null where that is nothing. */
  readonly floor: number | null
  readonly measure: Measure
  readonly target: number
}

/** What each sample is, and the most it may be: of one browser all or some are measured. */
const rows: readonly (Omit<PageRow, 'value' | 'floor'> & { readonly sample: string })[] = [
  {
    sample: 'bytes',
    name: 'script on pages of sites',
    unit: 'kB',
    measure: 'itself',
    target: budgets.watcher / 1_000,
  },
  {
    sample: 'finder bytes',
    name: 'where one can type',
    unit: 'kB',
    measure: 'itself',
    target: budgets.finder / 1_000,
  },
  {
    sample: 'filler bytes',
    name: 'beside it, for codes',
    unit: 'kB',
    measure: 'itself',
    target: budgets.filler / 1_000,
  },
  { sample: 'elsewhere', name: 'script on other pages', unit: 'kB', measure: 'itself', target: 0 },
  { sample: 'worlds elsewhere', name: 'worlds there', unit: '', measure: 'itself', target: 0 },
  { sample: 'load', name: 'load, 50,000 nodes', unit: 'ms', measure: 'more', target: 1.5 },
  { sample: 'changes', name: '100 changes/s for 10 s', unit: 'ms', measure: 'more', target: 4 },
  // An extension's world alone, with nothing in it, weighs about 173 of them.
  { sample: 'heap', name: 'heap of a tab', unit: 'KiB', measure: 'more', target: 215 },
  { sample: 'fill', name: 'fill, from click', unit: 'ms', measure: 'times', target: 1.5 },
  { sample: 'arrival', name: 'fill, from load', unit: 'ms', measure: 'itself', target: 50 },
  { sample: 'late', name: 'fill, field came late', unit: 'ms', measure: 'itself', target: 50 },
  { sample: 'busy', name: 'the same, 100 changes/s', unit: 'ms', measure: 'itself', target: 250 },
  { sample: 'scan', name: 'scan, from click', unit: 'ms', measure: 'times', target: 1.2 },
]

/** The rows of what was measured. */
export function pageRowsOf(samples: Samples): readonly PageRow[] {
  return rows.flatMap(({ sample, ...row }) => {
    const values = samples.get(sample)
    const floor = samples.get(`${sample} floor`)
    if (values === undefined) return []
    return [{ ...row, value: median(values), floor: floor === undefined ? null : median(floor) }]
  })
}

/** The figure that is held to the target. */
export function heldOf({ value, floor, measure }: PageRow): number {
  if (measure === 'more') return value - (floor ?? 0)
  return measure === 'times' ? value / (floor ?? value) : value
}

/** The rows as text, under a title. */
export function pageTableOf(title: string, of: readonly PageRow[]): string {
  const lines = of.map((row) => {
    const { name, unit, value, floor, measure, target } = row
    const held = heldOf(row)
    const cells = [
      name.padEnd(26),
      `${value.toFixed(1)} ${unit}`.padStart(10),
      (floor === null ? '' : `floor ${floor.toFixed(1)}`).padEnd(12),
      `${held.toFixed(2)} ${measure === 'itself' ? unit : measureWords[measure]}`.padEnd(22),
      `at most ${target}${held > target ? '  MISSED' : ''}`,
    ]
    return cells.join('   ')
  })
  return [title, ...lines].join('\n')
}

const measureWords = { more: 'above the floor', times: 'x the floor' } as const
