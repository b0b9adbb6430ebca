import net from 'node:net'

/**
 * A client for Marionette, the protocol Firefox speaks by itself on a local port.
 * Messages are JSON behind their length in bytes and a colon: `2:{}`.
 */
export interface Marionette {
  command(name: string, params?: object): Promise<unknown>
  /** Resolves when Firefox has hung up. */
  readonly closed: Promise<void>
}

type Answer = readonly [type: 1, id: number, error: MarionetteError | null, result: unknown]
interface MarionetteError {
  readonly error: string
  readonly message: string
}
interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** Connects and waits for the greeting. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = net.connect(port, '127.0.0.1')
  const waiting = new Map<number, Waiting>()
  let greeted = () => {}
  const greeting = new Promise<void>((resolve) => {
    greeted = resolve
  })
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  socket.on('error', () => undefined)
  closed.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox hung up'))
    waiting.clear()
  })
  socket.on(
    'data',
    splitMessages((message) => {
      if (!Array.isArray(message)) return greeted()
      const [, id, error, result] = message as unknown as Answer
      const request = waiting.get(id)
      waiting.delete(id)
      if (error) request?.reject(new Error(`${error.error}: ${error.message}`))
      else request?.resolve(result)
    }),
  )
  await Promise.race([greeting, closed.then(() => Promise.reject(new Error('no greeting')))])

  let lastId = 0
  return {
    closed,
    command: (name, params = {}) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('Firefox hung up'))
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        const message = JSON.stringify([0, lastId, name, params])
        socket.write(`${Buffer.byteLength(message)}:${message}`)
      }),
  }
}

function splitMessages(hear: (message: unknown) => void): (chunk: Buffer) => void {
  let buffer = Buffer.alloc(0)
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const colon = buffer.indexOf(':')
      if (colon < 0) return
      const end = colon + 1 + Number(buffer.subarray(0, colon))
      if (buffer.length < end) return
      const message = buffer.subarray(colon + 1, end).toString()
      buffer = buffer.subarray(end)
      hear(JSON.parse(message))
    }
  }
}
