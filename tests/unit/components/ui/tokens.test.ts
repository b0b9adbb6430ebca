import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const css = readFileSync(
  fileURLToPath(new URL('../../../../components/ui/tokens.css', import.meta.url)),
  'utf8',
)

/** The two values of a colour token: in light and in dark. */
function token(name: string): readonly [string, string] {
  const [, light, dark] =
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css) ?? []
  if (light === undefined || dark === undefined) throw new Error(`no colour token ${name}`)
  return [light, dark]
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const surfaces = ['paper', 'surface', 'surface-raised', 'surface-sunken']
const inks = ['ink', 'ink-muted', 'ink-faint', 'accent', 'danger', 'warn']
const onFills: [string, string][] = [
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['on-danger', 'danger-hover'],
  ['accent', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'danger-soft'],
  ['ink', 'warn-soft'],
  ['ink-muted', 'accent-soft'],
]

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in %s', (_, mode) => {
  const pairs = [...inks.flatMap((ink) => surfaces.map((on) => [ink, on])), ...onFills]
  test.each(pairs)('%s on %s can be read (4.5 to 1)', (ink, on) => {
    expect(contrast(token(ink as string)[mode], token(on as string)[mode])).toBeGreaterThan(4.5)
  })

  test.each(surfaces)('the edge of a control stands out from %s (3 to 1)', (on) => {
    expect(contrast(token('line-strong')[mode], token(on)[mode])).toBeGreaterThan(3)
  })
})
