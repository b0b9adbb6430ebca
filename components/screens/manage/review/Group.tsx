import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import styles from './Group.module.css'

interface GroupProps<T> {
  readonly title: string
  /** Nothing is shown for none. */
  readonly items: readonly T[]
  readonly row: (item: T, index: number) => ComponentChildren
  readonly tools?: ComponentChildren
}

/** Rows drawn at first, and with each further asking: more at once would hold up the page. */
const firstRows = 200
const moreRows = 1_000

/** Found entries of one kind. Long ones scroll, very long ones are drawn in parts. */
export function Group<T>({ title, items, row, tools }: GroupProps<T>) {
  const [drawn, setDrawn] = useState(firstRows)
  const left = items.length - drawn
  if (items.length === 0) return null
  return (
    <section class={styles.group}>
      <header>
        <h3>{title}</h3>
        {tools}
      </header>
      <ul>
        {items.slice(0, drawn).map(row)}
        {left > 0 && (
          <li>
            <Button
              variant="quiet"
              data-testid="review-more"
              onClick={() => setDrawn(drawn + moreRows)}
            >
              {t('manage_review_more', Math.min(left, moreRows))}
            </Button>
          </li>
        )}
      </ul>
    </section>
  )
}
