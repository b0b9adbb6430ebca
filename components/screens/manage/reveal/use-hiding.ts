import { useLayoutEffect } from 'preact/hooks'

/** How long a secret stays on screen. */
export const shownSeconds = 60

/**
 * While `isShown`: calls `hide` after a minute or as many `seconds`, and as soon as the tab is not
 * in front any more.
 */
export function useHiding(isShown: boolean, hide: () => void, seconds = shownSeconds): void {
  useLayoutEffect(() => {
    if (!isShown) return
    const timer = setTimeout(hide, seconds * 1000)
    const look = () => {
      if (document.hidden) hide()
    }
    document.addEventListener('visibilitychange', look)
    // The tab may have been left while the password was checked.
    look()
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [isShown])
}
