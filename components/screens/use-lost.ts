import { useEffect, useState } from 'preact/hooks'
import type { Vault } from '@/utils/vault/vault'

/** Whether there was a vault that nobody removed, and now there is none. */
export function useLost(vault: Pick<Vault, 'wasLost'>): boolean {
  const [lost, setLost] = useState(false)
  useEffect(() => {
    void vault.wasLost().then(setLost, () => setLost(false))
  }, [vault])
  return lost
}
