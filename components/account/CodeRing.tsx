import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { t } from '@/components/i18n'
import styles from './CodeRing.module.css'

/** From here on a code is about to change: the ring says so. */
export const fewSecondsLeft = 5

interface CodeRingProps {
  readonly secondsLeft: ReadonlySignal<number>
  /** Length of the time step in seconds; null for codes that do not depend on the time. */
  readonly period: number | null
  /** Whose code: the first letter stands in the middle of the coin. */
  readonly name: string
}

/** A coin whose edge runs out with the time step. It moves once a second, by drawing anew. */
export function CodeRing({ secondsLeft, period, name }: CodeRingProps) {
  const { label, dash, look } = useMemo(() => drawn(secondsLeft, period), [secondsLeft, period])
  return (
    <span class={styles.coin}>
      <svg class={look} viewBox="0 0 36 36" role="img" aria-label={label} data-testid="ring">
        <circle class={styles.face} cx="18" cy="18" r="16" />
        <circle
          class={styles.edge}
          cx="18"
          cy="18"
          r="16"
          pathLength={period ?? 1}
          stroke-dasharray={dash}
        />
      </svg>
      <span class={styles.letter} data-letter={initialOf(name)} aria-hidden="true" />
    </span>
  )
}

function drawn(secondsLeft: ReadonlySignal<number>, period: number | null) {
  return {
    label: computed(() => (period === null ? '' : t('seconds_left', secondsLeft.value))),
    dash: computed(() => `${period === null ? 1 : secondsLeft.value} 1000`),
    look: computed(() => {
      if (period === null) return styles.still ?? ''
      return (secondsLeft.value <= fewSecondsLeft ? styles.ending : styles.running) ?? ''
    }),
  }
}

/** The first letter or digit of a name, or a dot. */
function initialOf(name: string): string {
  return name.match(/[\p{L}\p{N}]/u)?.[0]?.toUpperCase() ?? '·'
}
