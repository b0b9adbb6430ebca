// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { reading } from '../../model/reading'
import { slowScan } from '../../model/slow-scan'
import { openPopup } from './open-popup'

afterEach(cleanup)

const uri = 'otpauth://totp/Example:ada%40example.org?secret=JBSWY3DPEHPK3PXP&issuer=Example'
const another = uri.replace('JBSWY3DPEHPK3PXP', 'GEZDGNBVGY3TQOJQ').replaceAll('Example', 'Another')
const whenReady = () => screen.findAllByTestId('save-account')

/** Opens the popup with the vault open, and tells of a code while the scan goes on. */
async function openTold(world: Parameters<typeof openPopup>[0] = {}) {
  const { scan, telling, end } = slowScan()
  await openPopup({ password: 'right', unlocked: true, site: { scan }, scans: true, ...world })
  const tell = await telling
  tell(uri)
  return { end, early: (await whenReady())[0] }
}

test('an account that is shown before the rest has the focus while there are no others', async () => {
  const { end, early } = await openTold()
  await waitFor(() => expect(document.activeElement).toBe(early))
  expect(screen.queryByTestId('scan-again')).toBeNull()
  end(reading(uri))
  await screen.findByTestId('scan-again')
  expect(document.activeElement).toBe(early)
})

test('one that others come after keeps its place and its ticks, and is not sealed anew', async () => {
  const sealed: unknown[] = []
  const seal = async (draft: unknown) => {
    sealed.push(draft)
    return JSON.stringify(draft)
  }
  const { end } = await openTold({ seal })
  await act(async () => screen.getByTestId('allow-site').click())
  const before = sealed.length
  end(reading(another, uri))
  await waitFor(() => expect(screen.getAllByTestId('found-account')).toHaveLength(2))
  const [first, second] = screen.getAllByTestId('found-account')
  expect([
    first?.textContent?.includes('Example'),
    second?.textContent?.includes('Another'),
  ]).toEqual([true, true])
  const [tick] = screen.getAllByTestId('allow-site')
  expect(tick instanceof HTMLInputElement && tick.checked).toBe(false)
  await waitFor(() => expect(document.activeElement).toBe(document.body))
  await waitFor(() => expect(sealed).toHaveLength(before + 1))
})
