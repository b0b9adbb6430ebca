import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Account } from '@/utils/vault/document'
import styles from './AccountList.module.css'
import { type RowRange, visibleRows } from './visible-rows'

interface AccountListProps {
  readonly accounts: readonly Account[]
  readonly renderRow: (account: Account) => ComponentChildren
  /** Read aloud as the list's name. */
  readonly label: string
}

/** Height of a row in rem. */
const rowRem = 3.5
/** Rows rendered before the browser has told where the list lies. */
const firstRows = 12

/** A list that renders only the rows in the window: a thousand accounts cost like ten. */
export function AccountList({ accounts, renderRow, label }: AccountListProps) {
  const list = useRef<HTMLUListElement>(null)
  const { first, end } = useVisibleRange(list, accounts.length)
  return (
    <ul
      ref={list}
      class={styles.list}
      aria-label={label}
      onKeyDown={moveFocus}
      style={{
        blockSize: `${accounts.length * rowRem}rem`,
        paddingBlockStart: `${first * rowRem}rem`,
      }}
    >
      {accounts.slice(first, end).map((account, index) => (
        <li
          key={account.id}
          style={{ blockSize: `${rowRem}rem` }}
          aria-setsize={accounts.length}
          aria-posinset={first + index + 1}
        >
          {renderRow(account)}
        </li>
      ))}
    </ul>
  )
}

function useVisibleRange(list: { readonly current: HTMLElement | null }, count: number): RowRange {
  const [range, setRange] = useState<RowRange>({ first: 0, end: Math.min(count, firstRows) })
  useLayoutEffect(() => {
    const measure = (): void => {
      // A list that begins further down may move up without a word: it counts as being at the top.
      const top = list.current?.getBoundingClientRect().top ?? 0
      const next = visibleRows(count, rowRem * rootFontPx(), Math.max(0, -top), innerHeight)
      setRange((now) => (now.first === next.first && now.end === next.end ? now : next))
    }
    measure()
    // Scrolling does not bubble: capturing hears whichever ancestor scrolls.
    addEventListener('scroll', measure, { capture: true, passive: true })
    addEventListener('resize', measure)
    return () => {
      removeEventListener('scroll', measure, { capture: true })
      removeEventListener('resize', measure)
    }
  }, [list, count])
  return range
}

/** The arrow keys go from row to row. */
function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return
  const rows = [...event.currentTarget.children]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const button = rows[at + step]?.querySelector('button')
  if (at < 0 || !button) return
  event.preventDefault()
  button.focus()
}

function rootFontPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}
