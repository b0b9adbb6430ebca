import type { RequestType } from '@/utils/messages/contract'
import type { Handler } from '@/utils/messages/listen'
import { whileBusy } from '@/utils/storage/locks'

/** The handler, with a reload of ours waiting for what it does. */
export function undisturbed<T extends RequestType>(handler: Handler<T>): Handler<T> {
  return (request, caller) => whileBusy(() => handler(request, caller))
}
