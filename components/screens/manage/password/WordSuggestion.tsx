import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { suggestWords } from './strength-view'
import styles from './WordSuggestion.module.css'

/** Offers four random words: long enough for any attacker, short enough to remember. */
export function WordSuggestion({ onUse }: { readonly onUse: (words: string) => void }) {
  const [words, setWords] = useState<string | null>(null)
  const suggest = async () => setWords(await suggestWords())
  if (words === null) {
    return (
      <div>
        <Button variant="bare" data-testid="suggest-words" onClick={() => void suggest()}>
          {t('manage_suggest_words')}
        </Button>
      </div>
    )
  }
  return (
    <div class={styles.offer}>
      <output class={styles.words} data-testid="words">
        {words}
      </output>
      <p class={styles.hint}>{t('manage_words_hint')}</p>
      <div class={styles.actions}>
        <Button data-testid="use-words" onClick={() => onUse(words)}>
          {t('manage_use_words')}
        </Button>
        <Button variant="bare" data-testid="suggest-words" onClick={() => void suggest()}>
          {t('manage_other_words')}
        </Button>
      </div>
    </div>
  )
}
