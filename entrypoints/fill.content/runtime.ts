import type { ContentReply, Reply, Request, Responses } from '@/utils/messages/contract'

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
  return Boolean(chrome.runtime?.id)
}

/** A message that content scripts may send. */
type Message = { readonly [T in ContentRequest]: { readonly type: T } & Request<T> }[ContentRequest]
type ContentRequest = 'fill.bring' | 'fill.request' | 'fill.unused' | 'field.pointed' | 'user.typed'

/**
 * Asks the background, which knows which document asks and goes by that. Null where it does not
 * answer: the extension may be gone from under the page.
 */
export async function ask<M extends Message>(message: M): Promise<Responses[M['type']] | null> {
  try {
    const reply = (await chrome.runtime.sendMessage(message)) as Reply<M['type']> | undefined
    return reply && 'ok' in reply ? reply.ok : null
  } catch {
    return null
  }
}

/** Hears commands from our own extension and from nobody else. `obey`: whether it will answer. */
export function hear(
  obey: (command: { readonly type: unknown }, answer: (reply: ContentReply) => void) => boolean,
): void {
  const { runtime } = chrome
  runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== runtime.id) return false
    if (typeof message !== 'object' || message === null || !('type' in message)) return false
    return obey(message, answer)
  })
}
