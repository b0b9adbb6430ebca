import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { toErrorCode } from '@/utils/errors/app-error'
import { type Reply, type Request, type RequestType, type Responses, requests } from './contract'
import { createErrands, type Errands, onErrand } from './errands'
import { type Caller, callerOf, type Sender, tierOf, type Us } from './sender'

/** Does what a request asks. What it throws crosses back as its error code only. */
export type Handler<T extends RequestType> = (
  request: Request<T>,
  caller: Caller,
) => Promise<Responses[T]>

/** One handler per message of the contract. */
export type Handlers = { readonly [T in RequestType]: Handler<T> }

/**
 * Answers the requests of our pages and content scripts, and does what pages laid down. Call at the
 * top of the background.
 */
export function listen(handlers: Handlers): void {
  const errands = createErrands()
  const us: Us = {
    id: browser.runtime.id,
    origin: browser.runtime.getURL('').replace(/\/$/, ''),
  }
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    answer(message, sender, us, handlers, errands),
  )
  // What cannot be read now is taken at the next start.
  const take = () => void takeErrands(us, handlers, errands).catch(() => undefined)
  onErrand(take)
  take()
}

/**
 * The reply to a message, or undefined for one that is dropped: not from us, from a place that
 * may not send it ([Note: Who may send]), unknown or ill-shaped. Dropped means not a word: a
 * page that took our content script over learns nothing from trying.
 */
export function answer(
  message: unknown,
  sender: Sender,
  us: Us,
  handlers: Handlers,
  errands: Errands,
): Promise<Reply<RequestType>> | undefined {
  const type = typeOf(message)
  const caller = callerOf(sender, us)
  if (type === null || caller === null || tierOf(caller, us) !== requests[type].from) {
    return undefined
  }
  return handle(type, message, caller, handlers, errands)
}

function handle<T extends RequestType>(
  type: T,
  message: unknown,
  caller: Caller,
  handlers: Handlers,
  errands: Errands,
): Promise<Reply<T>> | undefined {
  const parsed = v.safeParse(requests[type].schema, message)
  if (!parsed.success) return undefined
  const request = parsed.output as Request<T>
  const work = () => settle(() => handlers[type](request, caller))
  return 'errand' in request && request.errand ? errands.once(request.errand, work) : work()
}

/**
 * Does what was laid down and has not begun. Only our pages reach where it lies; the one that laid it
 * may be gone, so nobody is told what came of it. What is no errand lies there no more, either.
 */
async function takeErrands(us: Us, handlers: Handlers, errands: Errands): Promise<void> {
  const page: Caller = { origin: us.origin, url: '', documentId: null, tabId: null, frameId: null }
  const take = ([errand, request]: readonly [string, unknown]) => {
    const type = typeOf(request)
    const named = { ...(request as object), errand }
    return (type && handle(type, named, page, handlers, errands)) ?? errands.drop(errand)
  }
  await Promise.all((await errands.laid()).map(take))
}

async function settle<T extends RequestType>(work: () => Promise<Responses[T]>): Promise<Reply<T>> {
  try {
    return { ok: await work() }
  } catch (error) {
    return { error: toErrorCode(error) }
  }
}

function typeOf(message: unknown): RequestType | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null
  const { type } = message
  return typeof type === 'string' && Object.hasOwn(requests, type) ? (type as RequestType) : null
}
