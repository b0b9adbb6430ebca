import { useEffect, useState } from 'preact/hooks'
import type { KdfCost } from '@/utils/vault/kdf'
import { useServices } from '../services'

/** What a guess at the password costs now; null until that is known, and where nobody can tell. */
export function useProtection(): KdfCost | null {
  const { vault, model } = useServices()
  const [cost, setCost] = useState<KdfCost | null>(null)
  const savedAtMs = model.document.value?.savedAtMs
  // Every header comes with a save.
  useEffect(() => {
    let isShown = true
    const show = (found: KdfCost | null) => isShown && setCost(found)
    vault.protection().then(show, () => show(null))
    return () => {
      isShown = false
    }
  }, [vault, savedAtMs])
  return cost
}
