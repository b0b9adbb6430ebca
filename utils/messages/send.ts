import browser from 'webextension-polyfill'
import { AppError, type ErrorCode, errorCodes } from '@/utils/errors/app-error'
import type { ErrandType, Reply, Request, RequestType, Responses } from './contract'
import { layErrand } from './errands'

/**
 * Sends a request to the background and returns its response. Throws the AppError the background
 * answered with, `message-refused` if nobody answered. The message leaves before this returns,
 * so that a page may close right after.
 */
export async function sendRequest<T extends RequestType>(
  request: { readonly type: T } & Request<T>,
): Promise<Responses[T]> {
  return unwrap(await deliver<T>(request))
}

/**
 * As `sendRequest`, for what has to be done though nobody may be there to see it: the page closes,
 * the background sleeps. See [Note: Errands].
 */
export async function sendErrand<T extends ErrandType>(
  request: { readonly type: T } & Request<T>,
): Promise<Responses[T]> {
  const errand = layErrand(request)
  return unwrap(await deliver<T>({ ...request, errand }))
}

async function deliver<T extends RequestType>(request: Request<T>): Promise<Reply<T> | undefined> {
  try {
    return await browser.runtime.sendMessage(request)
  } catch {
    // No background to receive it: the extension is being reloaded.
    return undefined
  }
}

function unwrap<T extends RequestType>(reply: Reply<T> | undefined | null): Responses[T] {
  if (typeof reply !== 'object' || reply === null) throw new AppError('message-refused')
  if ('ok' in reply) return reply.ok
  throw new AppError(isErrorCode(reply.error) ? reply.error : 'unexpected')
}

function isErrorCode(code: string): code is ErrorCode {
  return (errorCodes as readonly string[]).includes(code)
}
