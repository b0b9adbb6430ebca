import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askPage } from '@/entrypoints/background/ask-page'
import type { CheckedField } from '@/utils/vault/field-description'

const prompt = { prompt: 'unknown', home: true } as const
const field = { name: 'pass' } as unknown as CheckedField
/** What happened, in order. */
let done: string[]
/** What answers the next questions, one after the other. */
let answers: ({ readonly prompt: 'unknown'; readonly home: boolean } | { filled: false } | null)[]

const ports = {
  injectFill: vi.fn(async (tabId: number, documentId: string, isPointed: boolean) => {
    done.push(`brought to ${documentId} in ${tabId}${isPointed ? ' to find a pointed field' : ''}`)
  }),
  sendToDocument: vi.fn(async (tabId: number, documentId: string, command: object) => {
    done.push(`asked ${documentId} in ${tabId}: ${JSON.stringify(command)}`)
    return (answers.shift() ?? null) as never
  }),
}
const asked = 'asked doc in 7: {"type":"content.find","field":null}'

beforeEach(() => {
  done = []
})

describe('askPage', () => {
  it('asks what fills there already, and brings nothing', async () => {
    answers = [prompt]
    expect(await askPage(7, 'doc', { field: null }, ports)).toEqual(prompt)
    expect(done).toEqual([asked])
  })

  it.each([null, { filled: false }] as const)('brings it where that answers %j', async (answer) => {
    answers = [answer, prompt]
    expect(await askPage(7, 'doc', { field: null }, ports)).toEqual(prompt)
    expect(done).toEqual([asked, 'brought to doc in 7', asked])
  })

  it('gives up where nothing answers then either', async () => {
    answers = []
    expect(await askPage(7, 'doc', { field: null }, ports)).toBeNull()
  })

  it('brings what finds a pointed field before it asks: what fills there may be without it', async () => {
    answers = [prompt]
    expect(await askPage(7, 'doc', { field }, ports)).toEqual(prompt)
    expect(done).toEqual([
      'brought to doc in 7 to find a pointed field',
      'asked doc in 7: {"type":"content.find","field":{"name":"pass"}}',
    ])
  })
})
