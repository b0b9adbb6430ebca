import type { CDPSession } from 'playwright-core'
import type { RunningChromium } from './chromium-start'
import { attachTo, type TargetSession } from './chromium-target'
import { callSource } from './engine'
import type { Page } from './types'
import { sleep, soon, waitUntil } from './waiting'

/**
 * What Chromium answers to every call of a worker that it has already ended: nothing of it can be
 * done any more, and nobody be told. A worker that lives is never answered so.
 */
const ended = 'Error: No SW'

/** The extension's service worker. */
export interface ChromiumWorker {
  evaluate: Page['evaluate']
  stop(): Promise<void>
  isRunning(): Promise<boolean>
}

/** Follows the worker through its lives; `report` hears of its errors. */
export async function followWorker(
  running: RunningChromium,
  report: (error: string) => void,
): Promise<ChromiumWorker> {
  const { cdp, extensionId } = running
  const sessions = new Map<string, Promise<TargetSession>>()
  const isOurs = ({ type, url }: { type: string; url: string }) =>
    type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`)
  const find = async () => (await cdp.send('Target.getTargets')).targetInfos.find(isOurs)?.targetId
  const sessionOn = (targetId: string) => {
    const known = sessions.get(targetId)
    if (known) return known
    const session = watch(cdp, targetId, report)
    sessions.set(targetId, session)
    session.catch(() => sessions.delete(targetId))
    return session
  }
  // One that is just starting has no API yet; one that was started anew answers a new session only.
  const answering = async (targetId: string) => {
    const on = await sessionOn(targetId)
    try {
      return (await soon(evaluateIn(on, "typeof chrome === 'object'"))) ? { on } : null
    } catch {
      sessions.delete(targetId)
      return null
    }
  }
  cdp.on('Target.targetCreated', ({ targetInfo }) => {
    if (isOurs(targetInfo)) sessionOn(targetInfo.targetId).catch(() => undefined)
  })
  // The same target may live again under the same name, with other contexts in it.
  cdp.on('Target.targetDestroyed', ({ targetId }) => void sessions.delete(targetId))
  await cdp.send('Target.setDiscoverTargets', { discover: true })

  return {
    isRunning: async () => (await find()) !== undefined,
    evaluate: async (fn, ...args) => {
      if (!(await find())) await wake(running)
      const session = await waitUntil('the service worker to answer', async () => {
        const targetId = await find()
        return targetId ? await answering(targetId) : null
      })
      return evaluateIn(session.on, callSource(fn, args))
    },
    stop: async () => {
      // One that is stopped while it starts for an event is started for it again, at once and without
      // end: every time it is left longer to take the event up.
      let leftMs = 0
      await waitUntil('the service worker to stop', async () => {
        const targetId = await find()
        if (!targetId) return true
        await sleep(leftMs)
        leftMs += 200
        await cdp.send('Target.closeTarget', { targetId }).catch(() => undefined)
        return false
      })
    },
  }
}

async function watch(
  cdp: CDPSession,
  targetId: string,
  report: (error: string) => void,
): Promise<TargetSession> {
  const session = await attachTo(cdp, targetId)
  session.onEvent((method, params) => {
    if (method === 'Runtime.exceptionThrown') {
      const thrown = thrownText(params['exceptionDetails'])
      if (thrown !== ended) report(thrown)
    }
    if (method === 'Runtime.consoleAPICalled' && params['type'] === 'error') {
      report(loggedText(params['args']))
    }
  })
  await soon(session.send('Runtime.enable'))
  return session
}

/** `E` is what the caller of `evaluate` says it is. */
async function evaluateIn<E>(session: TargetSession, expression: string): Promise<E> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  })
  if (exceptionDetails) throw new Error(thrownText(exceptionDetails))
  return (result as { value: E }).value
}

async function wake({ context, extensionId }: RunningChromium): Promise<void> {
  const page = context.pages()[0] ?? (await context.newPage())
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.startWorker', {
    scopeURL: `chrome-extension://${extensionId}/`,
  })
  await session.detach()
}

function thrownText(details: unknown): string {
  const { exception, text } = details as { exception?: { description?: string }; text?: string }
  return exception?.description ?? text ?? 'unknown error'
}

function loggedText(args: unknown): string {
  const values = args as { value?: unknown; description?: string }[]
  return values.map(({ value, description }) => description ?? String(value)).join(' ')
}
