import { act, fireEvent, render, screen } from '@testing-library/preact'
import { PopupApp } from '@/components/screens/popup/PopupApp'
// Fetched early, so they are there when the vault is open.
import '@/components/screens/popup/ScanWords'
import '@/components/screens/popup/SiteSection'
import { ServicesProvider } from '@/components/screens/popup/services'
import { fakeServices, nowMs, type World } from './fake-services'

/** How a popup is opened. */
interface Opening extends World {
  readonly unlocked?: boolean
  /** The scan goes on afterwards. */
  readonly scans?: boolean
}

/** Opens the popup as the browser does: vault and page are looked at together. */
export async function openPopup(world: Opening = {}) {
  const made = fakeServices(world)
  if (world.unlocked && world.password) await made.fake.vault.unlock(world.password, nowMs)
  const view = render(
    <ServicesProvider value={made.services}>
      <PopupApp />
    </ServicesProvider>,
  )
  await act(async () => {
    const scanned = made.services.site.open()
    await Promise.all([made.services.model.open(), world.scans ? null : scanned])
  })
  return { ...made, view }
}

/** Types into the field of that test id. */
export const type = (testId: string, value: string) =>
  fireEvent.input(screen.getByTestId(testId), { target: { value } })

/** Clicks what has that test id, the first of several. */
export function click(testId: string) {
  const [element] = screen.getAllByTestId(testId)
  if (element) fireEvent.click(element)
}

/** The text of what has that test id, the first of several. */
export const textOf = (testId: string) => screen.getAllByTestId(testId)[0]?.textContent ?? ''
