// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { FillDecision } from '@/utils/messages/contract'
import {
  all,
  ask,
  bed,
  code,
  inputs,
  isConnected,
  makeBed,
  settled,
  start,
  userTypes,
  wait,
} from './filler-bed'

makeBed()

describe('after the extension was reloaded under the page', () => {
  it.each<[string, () => void]>([
    ['a key', userTypes],
    ['the focus', () => inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))],
    ['a change of the page', () => document.body.append(document.createElement('input'))],
  ])('lets go of the page for good at the first sign, %s', async (_, sign) => {
    ask.mockResolvedValue({ kind: 'locked' })
    start()
    await settled()
    ask.mockReset()
    isConnected.mockReturnValue(false)
    sign()
    await settled()
    // Even if it seemed to be there again: another of us has taken over.
    isConnected.mockReturnValue(true)
    userTypes()
    document.body.append(document.createElement('input'))
    inputs()[0]?.dispatchEvent(new Event('focusin', { bubbles: true }))
    await settled()
    expect(ask).not.toHaveBeenCalled()
  })

  it('does not type what was answered before and came after it', async () => {
    let answer = (_: FillDecision) => {}
    ask.mockReturnValue(
      new Promise((resolve) => {
        answer = resolve
      }),
    )
    start()
    await settled()
    isConnected.mockReturnValue(false)
    answer(code)
    await settled()
    expect(all()).toBe('')
  })

  it('awaits no field’s coming into view, and no moment for another code', async () => {
    bed.inView = false
    start()
    await settled()
    expect(bed.onSeen).not.toBeNull()
    isConnected.mockReturnValue(false)
    userTypes()
    expect(bed.onSeen).toBeNull()
    isConnected.mockReturnValue(true)
    bed.inView = true
    ask.mockResolvedValue({ kind: 'wait', forMs: 200 } as FillDecision)
    start()
    await settled()
    ask.mockReset()
    isConnected.mockReturnValue(false)
    userTypes()
    isConnected.mockReturnValue(true)
    await wait(300)
    expect(ask).not.toHaveBeenCalled()
  })

  it('does not come back for a code it was told to wait for', async () => {
    ask.mockResolvedValue({ kind: 'wait', forMs: 200 } as FillDecision)
    start()
    await settled()
    ask.mockReset()
    isConnected.mockReturnValue(false)
    await wait(300)
    expect(ask).not.toHaveBeenCalled()
  })
})
