import browser from 'webextension-polyfill'
import { AppError, type ErrorCode, errorCodes } from '@/utils/errors/app-error'
import type { Reply, Request, RequestType, Responses } from './contract'

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
