import { signal } from '@preact/signals'
import { beforeEach, expect, test, vi } from 'vitest'
import { createCopy } from '@/components/model/copy'
import { AppError } from '@/utils/errors/app-error'
import type { VaultDocument } from '@/utils/vault/document'
import { documentOf } from './fake-vault'

const write = vi.fn(async () => {})
const clearAfter = vi.fn(async () => {})
const document = signal<VaultDocument | null>(null)
const copy = createCopy({ model: { document }, write, clearAfter })
const choose = (clearClipboardSeconds: number) => {
  const empty = documentOf()
  document.value = { ...empty, settings: { ...empty.settings, clearClipboardSeconds } }
}

beforeEach(() => {
  vi.clearAllMocks()
  document.value = documentOf()
})

test('what is copied stays for half a minute unless people chose otherwise', async () => {
  expect(await copy('123456')).toBe(30)
  expect(write).toHaveBeenCalledWith('123456')
  expect(clearAfter).toHaveBeenCalledWith(30)
})

test('what is copied stays for as long as people chose', async () => {
  choose(120)
  expect(await copy('123456')).toBe(120)
  expect(clearAfter).toHaveBeenCalledWith(120)
})

test('the background is asked before the text is known to be there: the popup may close', () => {
  void copy('123456')
  expect(clearAfter).toHaveBeenCalledBefore(write)
})

test('a copy that shall stay tells the background too, for the one before it', async () => {
  choose(0)
  expect(await copy('123456')).toBe(0)
  expect(clearAfter).toHaveBeenCalledWith(0)
})

test('a browser that lets nothing be copied is told', async () => {
  write.mockRejectedValueOnce(new AppError('clipboard-denied'))
  await expect(copy('123456')).rejects.toMatchObject({ code: 'clipboard-denied' })
})

test('that nothing will take it away is told', async () => {
  clearAfter.mockRejectedValueOnce(new AppError('message-refused'))
  await expect(copy('123456')).rejects.toMatchObject({ code: 'clipboard-stays' })
})
