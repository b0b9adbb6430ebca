import { AppError } from '@/utils/errors/app-error'
import type { VaultPorts } from '@/utils/vault/vault'
import type { MemoryPorts } from './memory-ports'

export { type MemoryPorts, memoryLocks, memoryPorts } from './memory-ports'

/** What happens at a call: it throws, or nothing ever happens again, before or after it was done. */
export type Fault = 'fail' | 'crash before' | 'crash after'

type Call = (...given: never[]) => Promise<unknown>

/**
 * `ports` whose call number `at`, counted over all of them from 0, meets the fault. After a crash
 * no call does anything or returns.
 */
export function faultyPorts(ports: MemoryPorts, fault: Fault, at: number) {
  let count = 0
  let isDown = false
  let tellCrash = () => {}
  const crashed = new Promise<void>((resolve) => {
    tellCrash = resolve
  })
  const never = (): Promise<never> => {
    isDown = true
    tellCrash()
    return new Promise(() => {})
  }
  const meet = async (call: () => Promise<unknown>): Promise<unknown> => {
    if (isDown) return await never()
    const mine = count
    count += 1
    if (mine !== at) return await call()
    if (fault === 'fail') throw new AppError('storage-failed')
    if (fault === 'crash after') await call()
    return await never()
  }
  const wrap = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        const method = member as Call
        return (...given: never[]) => meet(() => method.apply(target, given))
      },
    })
  const faulty: VaultPorts = {
    ...ports,
    store: wrap(ports.store),
    files: wrap(ports.files),
    session: wrap(ports.session),
    highWater: wrap(ports.highWater),
  }
  return { faulty, calls: () => count, crashed }
}
