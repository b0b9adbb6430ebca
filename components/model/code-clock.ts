import { computed, type ReadonlySignal } from '@preact/signals'
import { codeTimeMs } from '@/utils/vault/code-time'
import type { VaultModel } from './vault-model'

/** The time that codes on screen are made with: the clock's, moved by the user's correction. */
export function createCodeClock(
  clock: ReadonlySignal<number>,
  { document }: Pick<VaultModel, 'document'>,
): ReadonlySignal<number> {
  return computed(() =>
    document.value === null ? clock.value : codeTimeMs(document.value, clock.value),
  )
}
