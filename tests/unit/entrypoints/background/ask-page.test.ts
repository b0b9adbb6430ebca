import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askPage } from '@/entrypoints/background/ask-page'
import type { Asked } from '@/utils/messages/asked'
import type { CheckedField } from '@/utils/vault/field-description'

const prompt = { prompt: 'unknown', room: null, home: true } as const
const field = { name: 'pass' } as unknown as CheckedField
/** What happened, in order. */
let done: string[]
/** What answers the next questions, one after the other. */
let answers: Asked[]

const ports = {
  injectFill: vi.fn(async (tabId: number, documentId: string, isPointed: boolean) => {
    done.push(`brought to ${documentId} in ${tabId}${isPointed ? ' to find a pointed field' : ''}`)
  }),
  askDocument: vi.fn(async (tabId: number, at: string | number, find: object) => {
    done.push(`asked ${at} in ${tabId}: ${JSON.stringify(find)}`)
    const asked = answers.shift() ?? null
    return { origin: 'https://example.org', path: '/', documentId: 'doc', asked }
  }),
}
const asked = 'asked doc in 7: {"field":null}'

beforeEach(() => {
  done = []
})

describe('askPage', () => {
  it('asks what fills there already, and brings nothing', async () => {
    answers = [prompt]
    expect(await askPage(7, 'doc', { field: null }, ports)).toEqual(prompt)
    expect(done).toEqual([asked])
  })

  it('takes what it answered before for its answer', async () => {
    answers = []
    expect(await askPage(7, 'doc', { field: null }, ports, prompt)).toEqual(prompt)
    expect(done).toEqual([])
  })

  it('brings it where nothing answers', async () => {
    answers = []
    injectAnswers(prompt)
    expect(await askPage(7, 'doc', { field: null }, ports)).toEqual(prompt)
    expect(done).toEqual([asked, 'brought to doc in 7', asked])
  })

  it('gives up where nothing answers then either', async () => {
    answers = []
    expect(await askPage(7, 'doc', { field: null }, ports)).toBeNull()
  })

  it.each([null, { ...prompt, prompt: 'sent' } as const])(
    'brings what finds a pointed field before it asks, whatever was answered without it: %j',
    async (before) => {
      answers = [prompt]
      expect(await askPage(7, 'doc', { field }, ports, before)).toEqual(prompt)
      expect(done).toEqual([
        'brought to doc in 7 to find a pointed field',
        'asked doc in 7: {"field":{"name":"pass"}}',
      ])
    },
  )
})

/** What is brought next answers with this. */
function injectAnswers(answer: Asked): void {
  ports.injectFill.mockImplementationOnce(async (tabId, documentId) => {
    done.push(`brought to ${documentId} in ${tabId}`)
    answers = [answer]
  })
}
