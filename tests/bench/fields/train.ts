import { scanAll } from '@/tests/find-prompts'
import { isFillable } from '@/utils/fields/fillable'
import { candidatesOf } from '@/utils/fields/find'
import { isOther, isShut } from '@/utils/fields/gates'
import { kindOf } from '@/utils/fields/kind'
import { isLookAlike } from '@/utils/fields/look-alikes'
import { readerOf } from '@/utils/fields/reading'
import { expectedBias, reasons } from '@/utils/fields/reasons'
import { signals } from '@/utils/fields/signals'
import type { Seen } from './browser'
import { codeInputs, wantsCode } from './page'
import { type Scores, scoresOf } from './score'

/** Weights as utils/fields/weights.json has them: of the signals in their order. */
export interface Weights {
  readonly bias: number
  readonly signals: readonly number[]
}

/** A candidate that passes all gates: which signals hold for it, and whether it is a code's. */
interface Example {
  readonly seen: Seen
  /** Indices of the inputs of the described page. */
  readonly inputs: readonly number[]
  readonly holds: readonly boolean[]
  readonly isCode: boolean
  readonly isFillable: boolean
}

/** How strongly weights are held there: the fewer pages, the more. */
const ridge = 1
const steps = 6_000
const rate = 0.5

/** The candidates of a page that gates leave, as the finder sees them. */
export function examplesOf(seen: Seen): readonly Example[] {
  const { page, snapshot, inputs } = seen
  // A recovery code's field is a prompt like others, told apart by its kind afterwards.
  const wanted = wantsCode(page) ? codeInputs(page).map(String) : []
  const read = readerOf(snapshot, scanAll)
  return candidatesOf(snapshot).flatMap((indices) => {
    const reading = read(indices)
    if (isShut(reading) || isOther(reading) || isLookAlike(reading)) return []
    if (!reading.fields.every(({ visible }) => visible)) return []
    const its = indices.map((index) => inputs[index] ?? -1)
    const kind = kindOf(reading)
    if (page.page_kind === 'recovery-code' && kind === 'recovery') return []
    return [
      {
        seen,
        inputs: its,
        holds: signals.map((holds) => holds(reading)),
        isCode: wanted.includes(String(its)),
        isFillable: isFillable({ fields: indices, kind, reasons: [] }),
      },
    ]
  })
}

/**
 * Logistic regression by gradient descent: always the same weights for the same examples, and no
 * weight gets the sign that its signal's reason forbids.
 */
export function train(examples: readonly Example[]): Weights {
  const begin = reasons.map(([, expected]) => expected)
  const weights = [...begin]
  let bias = expectedBias
  for (let step = 0; step < steps; step++) {
    const slopes = signals.map(() => 0)
    let slope = 0
    for (const { holds, isCode } of examples) {
      const error = (chance(bias, weights, holds) - Number(isCode)) / examples.length
      slope += error
      for (const [index, held] of holds.entries())
        if (held) slopes[index] = (slopes[index] ?? 0) + error
    }
    bias -= rate * slope
    for (const [index, from] of begin.entries()) {
      const weight = weights[index] ?? 0
      const held = (ridge / examples.length) * (weight - from)
      const next = weight - rate * ((slopes[index] ?? 0) + held)
      weights[index] = from < 0 ? Math.min(0, next) : Math.max(0, next)
    }
  }
  return { bias: round(bias), signals: weights.map(round) }
}

/** Trains on all applications but some, and scores on those, until all had their turn. */
export function crossValidate(examples: readonly Example[], all: readonly Seen[]): Scores {
  const apps = [...new Set(all.map(({ page }) => page.app))].sort()
  const folds = 10
  const outcomes = Array.from({ length: folds }, (_, fold) => {
    const out = new Set(apps.filter((_app, index) => index % folds === fold))
    const inFold = (seen: Seen) => out.has(seen.page.app)
    const weights = train(examples.filter(({ seen }) => !inFold(seen)))
    return answers(weights, examples, all.filter(inFold))
  })
  return scoresOf(outcomes.flat())
}

/** Scores weights on pages. */
export function test(weights: Weights, examples: readonly Example[], all: readonly Seen[]): Scores {
  return scoresOf(answers(weights, examples, all))
}

// As the filler does: the likeliest prompt that may be filled.
function answers(weights: Weights, examples: readonly Example[], pages: readonly Seen[]) {
  return pages.map((seen) => {
    const scored = examples
      .filter((example) => example.seen === seen && example.isFillable)
      .map((example) => ({ example, score: chance(weights.bias, weights.signals, example.holds) }))
      .filter(({ score }) => score >= 0.5)
      .sort((a, b) => b.score - a.score)
    const best = scored[0]?.example
    return { page: seen.page, found: best === undefined ? [] : [best.inputs], costMs: 0 }
  })
}

function chance(bias: number, weights: readonly number[], holds: readonly boolean[]): number {
  const sum = holds.reduce((so, held, index) => so + (held ? (weights[index] ?? 0) : 0), bias)
  return 1 / (1 + Math.exp(-sum))
}

const round = (value: number) => Math.round(value * 10) / 10
