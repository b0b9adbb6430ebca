import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Icon } from '@/components/ui/Icon'
import styles from './SearchField.module.css'

interface SearchFieldProps {
  readonly query: string
  readonly onQuery: (query: string) => void
}

/** Search. Typing anywhere on the page starts it; Escape empties it; the arrow goes to the list. */
export function SearchField({ query, onQuery }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const start = (event: KeyboardEvent): void => {
      if (startsSearch(event)) input.current?.focus()
    }
    addEventListener('keydown', start)
    return () => removeEventListener('keydown', start)
  }, [])
  const steer = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      onQuery('')
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      document.querySelector<HTMLElement>('ul [data-testid="account-row"] > button')?.focus()
    }
  }
  return (
    <label class={styles.search}>
      <Icon name="search" />
      <span class="visually-hidden">{t('search')}</span>
      <input
        ref={input}
        type="search"
        class={styles.input}
        placeholder={t('search')}
        autocomplete="off"
        spellcheck={false}
        data-testid="search"
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={steer}
      />
    </label>
  )
}

/** A key that writes, pressed where nothing is being written. */
function startsSearch(event: KeyboardEvent): boolean {
  if (event.key.length !== 1 || event.key === ' ') return false
  if (event.ctrlKey || event.metaKey || event.altKey) return false
  const { target } = event
  if (!(target instanceof HTMLElement)) return true
  return target.closest('input, textarea, select, dialog') === null
}
