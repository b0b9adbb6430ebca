import { afterEach, describe, expect, it, vi } from 'vitest'
import { createVaultFiles } from '@/utils/storage/vault-files'
import { codeOf } from '../vault/error-code'

/** A file system with one file, whose stream fails where it is told to. */
function fileSystem(failsAt: 'write' | 'close' | 'none') {
  const done: string[] = []
  const step = (name: string) => async () => {
    done.push(name)
    if (name === failsAt) throw new DOMException('no room', 'QuotaExceededError')
  }
  const writable = { write: step('write'), close: step('close'), abort: step('abort') }
  const file = { createWritable: async () => writable }
  const folder = { getFileHandle: async () => file }
  const getDirectory = async () => ({ getDirectoryHandle: async () => folder })
  vi.stubGlobal('navigator', { storage: { getDirectory } })
  return done
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('writing a file', () => {
  it.each(['write', 'close'] as const)('that fails at its %s gives its stream up', async (step) => {
    const done = fileSystem(step)
    const write = () => createVaultFiles().write('copy-a', new Uint8Array([1]))
    expect(await codeOf(write)).toBe('storage-full')
    expect(done.at(-1)).toBe('abort')
  })

  it('that works closes it', async () => {
    const done = fileSystem('none')
    await createVaultFiles().write('copy-a', new Uint8Array([1]))
    expect(done).toEqual(['write', 'close'])
  })
})
