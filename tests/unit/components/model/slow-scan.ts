import type { PageReading } from '@/components/model/found'
import type { Tell } from '@/components/model/site-model'
import type { AppError } from '@/utils/errors/app-error'

/** A scan that goes on until it is told to end. */
export function slowScan() {
  let hear = (_: Tell) => {}
  let end = (_: PageReading) => {}
  let fail = (_: AppError) => {}
  const telling = new Promise<Tell>((resolve) => (hear = resolve))
  const read = new Promise<PageReading>((resolve, reject) => {
    end = resolve
    fail = reject
  })
  const scan = (tell: Tell) => {
    hear(tell)
    return read
  }
  return { scan, telling, end, fail }
}
