import { signal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import type { PageLook } from '@/utils/messages/contract'

/*
 * [Note: One thing to do]
 *
 * The popup has one green button: what the page in front calls for. Filling a code gives way to
 * what stands above the accounts of the page and goes before it: an account to save, recovery codes
 * to keep or to fill, a page that takes no such code.
 */

/** How many things go before filling. */
const leads = signal(0)
/** The other code that the page asks for, where that is said above the accounts. */
const said = signal<OtherCode | null>(null)

/** A code that is none of an authenticator. */
type OtherCode = Extract<PageLook['kind'], 'sent' | 'recovery'>

/** Something goes before filling a code, for as long as its component is shown. */
export function useLead(): void {
  useLayoutEffect(() => {
    leads.value += 1
    return () => {
      leads.value -= 1
    }
  }, [])
}

/** Above the accounts it is said that the page asks for this other code; null: nothing is. */
export function useSaying(other: OtherCode | null): void {
  useLayoutEffect(() => {
    said.value = other
    return () => {
      said.value = null
    }
  }, [other])
}

/** Whether it is said of this one: once is enough. */
export function isSaid(other: OtherCode): boolean {
  return said.value === other
}

/** Whether anything goes before filling a code. */
export function hasLead(): boolean {
  return leads.value > 0 || said.value !== null
}
