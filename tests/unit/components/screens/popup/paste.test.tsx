// @vitest-environment happy-dom
import { act, cleanup, configure, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { errorText } from '@/components/i18n'
import { AppError } from '@/utils/errors/app-error'
import { anAccount, documentOf } from '../../model/fake-vault'
import { reading } from '../../model/reading'
import { click, openPopup, type } from './open-popup'

configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)

const uri = 'otpauth://totp/Other:eve?secret=GEZDGNBVGY3TQOJQ&issuer=Other'
const picture = new File(['pixels'], 'shot.png', { type: 'image/png' })

const open = async (readPicture = async () => reading(uri)) => {
  const opened = await openPopup({
    password: 'right',
    unlocked: true,
    document: documentOf(anAccount()),
    site: { readPicture },
  })
  await screen.findByTestId('scan-again')
  // What hears it is fetched.
  await import('@/components/screens/popup/hear-paste')
  await act(async () => undefined)
  return opened
}

/** Pastes where the focus is, as the browser tells of it. */
const paste = (files: readonly File[], text = '', target: EventTarget = document.body) => {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.assign(event, { clipboardData: { files, getData: () => text } })
  act(() => void target.dispatchEvent(event))
  return event.defaultPrevented
}

test('a pasted picture is read, and what it holds is shown like what is on the page', async () => {
  await open()
  await screen.findByTestId('scan-again')
  expect(paste([picture])).toBe(true)
  expect((await screen.findByTestId('found-account')).textContent).toContain('Other')
})

test('a picture without a code says so', async () => {
  await open(async () => {
    throw new AppError('image-unreadable')
  })
  await screen.findByTestId('scan-again')
  paste([picture])
  expect((await screen.findByTestId('error')).textContent).toBe(errorText('image-unreadable'))
})

test('a picture pasted over a form in which nothing is typed leads home; else the form stays', async () => {
  await open()
  await screen.findByTestId('scan-again')
  click('add-account')
  await screen.findByTestId('field-issuer')
  type('field-issuer', 'typed')
  expect(paste([picture])).toBe(false)
  expect(screen.getByTestId('field-issuer')).toHaveProperty('value', 'typed')
  click('back')
  await screen.findByTestId('scan-again')
  click('add-account')
  await screen.findByTestId('field-issuer')
  expect(paste([picture])).toBe(true)
  await screen.findByTestId('found-account')
})

test('a pasted link outlives the popup like one that is typed', async () => {
  const { drafts } = await open()
  paste([], uri)
  await screen.findByTestId('paste-text')
  await waitFor(() => expect(drafts.get('popup')).toContain('GEZDGNBVGY3TQOJQ'))
})

test('a pasted link goes to where links are added; other text, and what fields get, stays', async () => {
  await open()
  await screen.findByTestId('scan-again')
  expect(paste([], 'some text')).toBe(false)
  expect(paste([], uri, screen.getByTestId('search'))).toBe(false)
  expect(paste([], uri)).toBe(true)
  expect(await screen.findByTestId('paste-text')).toHaveProperty('value', uri)
})
