import type { CDPSession } from 'playwright-core'

/** A debugging session on one target that Playwright does not offer: the service worker. */
export interface TargetSession {
  /** Sends a protocol command. */
  send(method: string, params?: object): Promise<Record<string, unknown>>
  /** Hears protocol events. */
  onEvent(listener: (method: string, params: Record<string, unknown>) => void): void
  detach(): Promise<void>
}

interface Answer {
  readonly id?: number
  readonly method?: string
  readonly params?: Record<string, unknown>
  readonly result?: Record<string, unknown>
  readonly error?: { readonly message: string }
}

/** Attaches, with messages nested in those of the browser's own session. */
export async function attachTo(browser: CDPSession, targetId: string): Promise<TargetSession> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false })
  const waiting = new Map<number, (answer: Answer) => void>()
  const listeners: ((method: string, params: Record<string, unknown>) => void)[] = []
  let lastId = 0

  browser.on('Target.receivedMessageFromTarget', (event) => {
    if (event.sessionId !== sessionId) return
    const answer: Answer = JSON.parse(event.message)
    if (answer.method) for (const hear of listeners) hear(answer.method, answer.params ?? {})
    if (answer.id !== undefined) take(waiting, answer.id)?.(answer)
  })
  const giveUp = () => {
    for (const id of [...waiting.keys()]) {
      take(waiting, id)?.({ error: { message: 'the target is gone' } })
    }
  }
  browser.on('Target.detachedFromTarget', (event) => {
    if (event.sessionId === sessionId) giveUp()
  })
  browser.on('Target.targetDestroyed', (event) => {
    if (event.targetId === targetId) giveUp()
  })

  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const id = lastId
        waiting.set(id, ({ error, result = {} }) => {
          if (error) reject(new Error(`${method}: ${error.message}`))
          else resolve(result)
        })
        const message = JSON.stringify({ id, method, params })
        browser.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject)
      }),
    onEvent: (listener) => {
      listeners.push(listener)
    },
    detach: () =>
      browser
        .send('Target.detachFromTarget', { sessionId })
        .catch(() => undefined) as Promise<void>,
  }
}

function take<K, V>(map: Map<K, V>, key: K): V | undefined {
  const value = map.get(key)
  map.delete(key)
  return value
}
