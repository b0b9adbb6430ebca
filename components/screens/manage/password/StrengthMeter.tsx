import type { MessageKey } from '@/components/i18n'
import { t } from '@/components/i18n'
import styles from './StrengthMeter.module.css'
import type { Level, StrengthView } from './strength-view'

const words: Record<Level, MessageKey> = {
  1: 'manage_strength_1',
  2: 'manage_strength_2',
  3: 'manage_strength_3',
  4: 'manage_strength_4',
}

interface StrengthMeterProps {
  readonly strength: StrengthView | null
  /** Said about a password below the floor, where it may be used all the same. */
  readonly note?: string
  /** The word alone: what would help stands elsewhere. */
  readonly brief?: boolean
}

/** How long a password would stand up to guessing: four steps, a word, and what would help. */
export function StrengthMeter({ strength, note = '', brief = false }: StrengthMeterProps) {
  const level = strength?.level ?? 0
  return (
    <div class={styles.meter} data-testid="strength" data-level={level}>
      <span class={styles.bars} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} class={step <= level ? styles.full : undefined} />
        ))}
      </span>
      <span class={styles.text} aria-live="polite">
        {strength === null ? (
          t('manage_strength_hint')
        ) : (
          <>
            <strong>{t(words[strength.level])}</strong>{' '}
            {!brief && [strength.advice, !strength.isEnough && note].filter(Boolean).join(' ')}
          </>
        )}
      </span>
    </div>
  )
}
