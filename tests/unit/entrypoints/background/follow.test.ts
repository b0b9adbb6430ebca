import { expect, it, vi } from 'vitest'
import { createFollow, type FollowPorts } from '@/entrypoints/background/follow'
import { AppError } from '@/utils/errors/app-error'
import { memoryFills } from './memory-fills'

const place = 'https://example.org/prompt'
const prompt = { tabId: 7, place, key: 'k', step: 1, atMs: 0, left: false, refused: false }

function followed() {
  const fills = memoryFills()
  fills.fills = { ...fills.fills, prompts: [prompt] }
  const watchTab = vi.fn<FollowPorts['watchTab']>()
  createFollow({ fills, watchTab })(7)
  const [tabId, , shows] = watchTab.mock.calls[0] ?? []
  return { fills, tabId, shows: (url: string | null) => shows?.(url) }
}

it.each([
  ['https://example.org/prompt', false],
  ['https://example.org/prompt?wrong=1#again', false],
  ['https://example.org/account', true],
  ['https://example.com/prompt', true],
  ['about:blank', true],
  [null, true],
])('a tab that shows %s has left its prompt: %s', async (url, left) => {
  const { fills, tabId, shows } = followed()
  shows(url)
  await vi.waitFor(() => expect(fills.fills.prompts[0]?.left).toBe(left))
  expect(tabId).toBe(7)
})

it('lets a vault that was locked meanwhile be', async () => {
  const { fills, shows } = followed()
  const amend = vi.spyOn(fills, 'amend').mockRejectedValue(new AppError('vault-locked'))
  shows(null)
  await expect(amend.mock.results[0]?.value).rejects.toMatchObject({ code: 'vault-locked' })
})
