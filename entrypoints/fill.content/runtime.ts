import type {
  ContentCommand,
  ContentReply,
  Reply,
  Request,
  Responses,
} from '@/utils/messages/contract'
import type { Filler } from './filler'

/*
 * The browser's own messages, without a polyfill: the script must stay small. Both browsers have
 * `chrome` in content scripts, with promises for sending and callbacks for answering.
 */

interface Runtime {
  /** Undefined once the extension was reloaded under an open page. */
  readonly id?: string
  sendMessage(message: unknown): Promise<unknown>
  readonly onMessage: {
    addListener(
      listener: (
        message: unknown,
        sender: { readonly id?: string },
        answer: (reply: ContentReply) => void,
      ) => boolean,
    ): void
  }
}

declare const chrome: { readonly runtime: Runtime }

/** Whether the extension that put this script here is still there to talk to. */
export function isConnected(): boolean {
  return chrome.runtime?.id !== undefined
}

/** A message that content scripts may send. */
type Message = { readonly [T in ContentRequest]: { readonly type: T } & Request<T> }[ContentRequest]
type ContentRequest = 'fill.request' | 'fill.unused' | 'field.pointed' | 'user.typed'

/**
 * Asks the background, which knows which document asks and goes by that. Null where it does not
 * answer: the extension may be gone from under the page.
 */
export async function ask<M extends Message>(message: M): Promise<Responses[M['type']] | null> {
  try {
    const reply = (await chrome.runtime.sendMessage(message)) as Reply<M['type']> | undefined
    return reply !== undefined && 'ok' in reply ? reply.ok : null
  } catch {
    return null
  }
}

/** Obeys commands from our own extension and from nobody else. `home`: see `isAtHome`. */
export function obey(filler: Filler, home: boolean): void {
  chrome.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== chrome.runtime.id || !isCommand(message)) return false
    switch (message.type) {
      case 'content.again':
        filler.again()
        return false
      case 'content.find':
        void orNot(() => filler.kind(message.field)).then((prompt) =>
          answer({ prompt: prompt || null, home }),
        )
        return true
      case 'content.write':
        void orNot(() => filler.write(message.code, message.field, message.submit)).then((filled) =>
          answer({ filled, pointed: filler.pointed() }),
        )
        return true
      case 'content.point':
        void orNot(async () => filler.point()).then((pointed) =>
          answer({ pointed: pointed || null }),
        )
        return true
    }
  })
}

/** The page may have replaced what we call: who waits for an answer gets one. */
async function orNot<T>(work: () => Promise<T>): Promise<T | false> {
  try {
    return await work()
  } catch {
    return false
  }
}

// From our own background alone: that its types hold was seen to there.
function isCommand(message: unknown): message is ContentCommand {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false
  if (message.type === 'content.write') return 'code' in message && typeof message.code === 'string'
  return /^content\.(?:again|find|point)$/.test(String(message.type))
}
