import { useCallback, useEffect, useState } from 'preact/hooks'
import type { OpenedUnsaved } from './open-unsaved'
import { useServices } from './services'

/** What could not be saved, one after the other, or null; and looking again. */
export function useUnsaved(): readonly [OpenedUnsaved | null, () => void] {
  const services = useServices()
  const [opened, setOpened] = useState<OpenedUnsaved | null>(null)
  const look = useCallback(async (): Promise<void> => {
    const { nextUnsaved } = await import('./open-unsaved')
    setOpened(await nextUnsaved(services))
  }, [services])
  useEffect(() => void look(), [look])
  return [opened, () => void look()]
}
