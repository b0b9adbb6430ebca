import type { VaultModel } from '@/components/model/vault-model'
import { sayClosing } from '@/utils/platform/extension'

/** Has the background hear when this page closes on a locked vault: see [Note: Hard lock]. */
export function tellWhenClosed({ status }: Pick<VaultModel, 'status'>): void {
  addEventListener('pagehide', () => {
    if (status.peek() !== 'unlocked') sayClosing()
  })
}
