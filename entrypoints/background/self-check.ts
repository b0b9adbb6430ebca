import type { Vault } from '@/utils/vault/vault'

/** What the check at start needs from the outside. */
export interface SelfCheckPorts {
  readonly vault: Pick<Vault, 'check'>
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back when the browser was started, or this extension installed or updated. */
  readonly onStart: (listener: () => void) => void
}

/**
 * Looks after the vault once per start of the browser, not whenever the background wakes. What it
 * cannot mend is told at the next unlocking, so a failure here is none.
 */
export function checkAtStart({ vault, now, onStart }: SelfCheckPorts): void {
  onStart(() => void vault.check(now()).catch(() => undefined))
}
