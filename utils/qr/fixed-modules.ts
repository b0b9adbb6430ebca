/** Modules that every code of a size has, counted from the upper left. */
export interface Fixed {
  readonly dark: readonly Place[]
  readonly light: readonly Place[]
}

/** Counted from the upper left. */
export type Place = readonly [x: number, y: number]

/** Of a finder pattern and the light around it: how far across and down from its middle. */
type IsWanted = (across: number, down: number) => boolean

/** Few enough for a first look: lines through the middles of finder patterns. */
export const isOnCross: IsWanted = (across, down) => Math.min(across, down) === 0

/** What shows in finder patterns of all shapes: round ones have no corners. */
export const isTelling: IsWanted = (across, down) => Math.max(across, down) > 3 || across + down < 4

/**
 * What all codes of a size have: finder patterns, the light around them, and timing patterns
 * (ISO/IEC 18004 section 6.3).
 */
export function fixedModules(modules: number, isWanted: IsWanted = () => true): Fixed {
  const { dark, light } = finderModules(modules, isWanted)
  const timing = Array.from({ length: modules - 16 }, (_, index) => index + 8)
  const places = timing.flatMap((at): readonly Place[] => [
    [at, 6],
    [6, at],
  ])
  return {
    dark: [...dark, ...places.filter(([x, y]) => (x + y) % 2 === 0)],
    light: [...light, ...places.filter(([x, y]) => (x + y) % 2 === 1)],
  }
}

/** The finder patterns and the light around them. */
export function finderModules(modules: number, isWanted: IsWanted): Fixed {
  const [dark, light]: [Place[], Place[]] = [[], []]
  const far = modules - 1
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) {
      const across = Math.abs(x - 3)
      const down = Math.abs(y - 3)
      if (!isWanted(across, down)) continue
      const ring = Math.max(across, down)
      const list = ring === 2 || ring === 4 ? light : dark
      list.push([x, y], [far - x, y], [x, far - y])
    }
  }
  return { dark, light }
}
