// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { useGiven } from '@/components/screens/manage/add/use-given'

afterEach(cleanup)

const picture = new File(['pixels'], 'shot.png', { type: 'image/png' })

function open() {
  const take = vi.fn<(files: readonly File[]) => void>()
  function Screen() {
    useGiven(take)
    return <input data-testid="field" />
  }
  const { getByTestId, unmount } = render(<Screen />)
  return { take, field: getByTestId('field'), unmount }
}

function give(
  type: string,
  files: readonly File[],
  text = '',
  target: EventTarget = document.body,
) {
  const event = new Event(type, { bubbles: true, cancelable: true })
  const data = { files, types: ['Files'], getData: () => text }
  Object.assign(event, { clipboardData: data, dataTransfer: data })
  target.dispatchEvent(event)
  return event.defaultPrevented
}

test('files dropped anywhere on the page are taken, and the browser does not go to them', () => {
  const { take } = open()
  expect(give('dragover', [])).toBe(true)
  expect(give('drop', [picture])).toBe(true)
  expect(take).toHaveBeenCalledWith([picture])
})

test('what the place for it has taken is not taken twice', () => {
  const { take, field } = open()
  field.addEventListener('drop', (event) => event.preventDefault())
  give('drop', [picture], '', field)
  expect(take).not.toHaveBeenCalled()
})

test('pictures are taken wherever they are pasted, text not where there is a field for it', async () => {
  const { take, field } = open()
  give('paste', [picture], '', field)
  expect(take).toHaveBeenLastCalledWith([picture])
  expect(give('paste', [], 'otpauth://totp/a', field)).toBe(false)
  expect(take).toHaveBeenCalledTimes(1)
  expect(give('paste', [], 'otpauth://totp/a')).toBe(true)
  expect(await take.mock.lastCall?.[0][0]?.text()).toBe('otpauth://totp/a')
  expect(give('paste', [], ' ')).toBe(false)
})

test('nothing is taken once the screen is left', async () => {
  const { take, unmount } = open()
  unmount()
  await vi.waitFor(() => {
    take.mockClear()
    give('drop', [picture])
    give('paste', [picture])
    expect(take).not.toHaveBeenCalled()
  })
})
