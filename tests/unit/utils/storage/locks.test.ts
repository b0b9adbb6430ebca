import { afterEach, describe, expect, it, vi } from 'vitest'
import { exclusively } from '@/utils/storage/locks'

afterEach(() => vi.unstubAllGlobals())

describe('exclusively', () => {
  it('asks for a lock of our own name and gives what the work gives', async () => {
    const asked: string[] = []
    const request = async (name: string, work: () => Promise<unknown>) => {
      asked.push(name)
      return await work()
    }
    vi.stubGlobal('navigator', { locks: { request } })
    expect(await exclusively('vault', async () => 5)).toBe(5)
    await expect(exclusively('vault', () => Promise.reject(new Error('x')))).rejects.toThrow('x')
    expect(asked).toEqual(['sixpence.vault', 'sixpence.vault'])
  })
})
