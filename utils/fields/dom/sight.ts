import { isInView } from './visible'

/** What of a document is in view: only there can be told what lies over a field. */
export interface Sight {
  /** Whether all of a field's inputs are in view. */
  has(inputs: readonly HTMLElement[]): boolean
  /** Calls `seen` once when they come into view; forgets what it awaited before. */
  await(inputs: readonly HTMLElement[], seen: () => void): void
  /** Awaits nothing any more. */
  forget(): void
  /** Scrolls to a field, at once. */
  bring(inputs: readonly HTMLElement[]): void
}

/** Shares of an input in view at which to look whether that is enough. */
const shares = [0, 0.25, 0.5, 0.75, 1]

/**
 * Watches over scrolling only while something is awaited, and leaves no mark in the page.
 * `isInside`: whether what is around the document shows the place of an input.
 */
export function createSight(isInside: (input: HTMLElement) => boolean = () => true): Sight {
  let observer: IntersectionObserver | null = null

  const has = (inputs: readonly HTMLElement[]) =>
    inputs.every((input) => isInView(input) && isInside(input))
  const forget = () => {
    observer?.disconnect()
    observer = null
  }
  const wait = (inputs: readonly HTMLElement[], seen: () => void) => {
    forget()
    observer = new IntersectionObserver(
      () => {
        if (!has(inputs)) return
        forget()
        seen()
      },
      { threshold: shares },
    )
    for (const input of inputs) observer.observe(input)
  }
  const bring = ([first]: readonly HTMLElement[]) =>
    first?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })

  return { has, await: wait, forget, bring }
}
