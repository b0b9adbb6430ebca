import { useEffect } from 'preact/hooks'
import { useServices } from '../services'

/** Using the page counts as using the vault, but not more often than this. */
const atMostEveryMs = 30_000

/** Moves the vault's deadline while somebody types or clicks here. */
export function useActivity(): void {
  const { vault, now } = useServices()
  useEffect(() => {
    let lastMs = now()
    const note = () => {
      // A clock that was set back is news too: the vault locks itself for it.
      if (Math.abs(now() - lastMs) < atMostEveryMs) return
      lastMs = now()
      // Locked meanwhile: the model hears of that by itself.
      vault.read(lastMs).catch(() => undefined)
    }
    addEventListener('keydown', note, { passive: true })
    addEventListener('pointerdown', note, { passive: true })
    return () => {
      removeEventListener('keydown', note)
      removeEventListener('pointerdown', note)
    }
  }, [vault, now])
}
