import { useEffect, useRef, useState } from 'preact/hooks'
import { createDraft } from '@/components/model/draft'
import { useServices } from './services'

/** What is being typed on a screen, and its sealed copy, which outlives the lock and the page. */
export interface TypedDraft<T> {
  readonly value: T
  /** False for the moment in which nobody knows whether anything was kept: show no field yet. */
  readonly isLoaded: boolean
  /** Shows `next` without keeping it: nobody has typed in it. */
  readonly show: (next: T) => void
  /** Shows what is typed now, and keeps it. */
  readonly type: (next: T) => void
  /** Saved, or given up: back to `empty`, and nothing to come back to. */
  readonly drop: () => void
}

/**
 * The draft of `slot`, which comes back when the screen does. Until then, and where nothing was
 * kept, the value is `empty`. `parse` gives null for what is no such draft.
 */
export function useDraft<T>(
  slot: string,
  parse: (value: unknown) => T | null,
  empty: T,
): TypedDraft<T> {
  const { vault, drafts: store, now } = useServices()
  const [draft] = useState(() => createDraft({ vault, store, now }, slot, parse))
  const [value, setValue] = useState(empty)
  const [isLoaded, setLoaded] = useState(false)
  // What somebody does before the draft is there goes before it.
  const isOverdue = useRef(false)
  useEffect(() => {
    void draft.load().then((kept) => {
      if (kept !== null && !isOverdue.current) setValue(kept)
      setLoaded(true)
    })
    return () => {
      isOverdue.current = true
    }
  }, [draft])
  const show = (next: T) => {
    isOverdue.current = true
    setValue(next)
  }
  return {
    value,
    isLoaded,
    show,
    type: (next) => {
      show(next)
      draft.keep(next)
    },
    drop: () => {
      show(empty)
      void draft.drop()
    },
  }
}
