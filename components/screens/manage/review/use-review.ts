import { useState } from 'preact/hooks'
import { apply, type Chosen } from '@/utils/backup/apply'
import type { ImportedEntry, ParsedBackup } from '@/utils/backup/parsed-backup'
import { type Comparison, compare } from '@/utils/backup/preview'
import { emptyDocument } from '@/utils/vault/document'
import { useServices } from '../services'
import { type Choice, type Choices, chosenOf } from './selection'

/** Entries on their way into the vault, and what the user decides about each. */
export interface Review {
  readonly comparison: Comparison
  readonly choices: Choices
  readonly chosen: Chosen
  readonly choose: (entries: readonly ImportedEntry[], choice: Choice) => void
  /** One save with everything chosen. */
  readonly save: () => Promise<void>
}

/** What a review offers its screen. */
export interface ReviewState {
  /** Null until something was found. */
  readonly review: Review | null
  readonly start: (found: ParsedBackup) => void
  readonly drop: () => void
}

interface Found {
  readonly comparison: Comparison
  readonly choices: Choices
}

/** The one path by which what was found anywhere comes into the vault. */
export function useReview(): ReviewState {
  const { model, now, newId } = useServices()
  const [found, setFound] = useState<Found | null>(null)
  const start = (parsed: ParsedBackup) => {
    const comparison = compare(parsed, model.document.value ?? emptyDocument)
    setFound({ comparison, choices: new Map() })
  }
  const drop = () => setFound(null)
  if (found === null) return { review: null, start, drop }
  const { comparison, choices } = found
  const chosen = chosenOf(comparison, choices)
  const choose = (entries: readonly ImportedEntry[], choice: Choice) =>
    setFound({
      comparison,
      choices: new Map([...choices, ...entries.map((entry) => [entry, choice] as const)]),
    })
  const save = () => {
    const nowMs = now()
    return model.change((document) => apply(document, chosen, nowMs, newId))
  }
  return { review: { comparison, choices, chosen, choose, save }, start, drop }
}
