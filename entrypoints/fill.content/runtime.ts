import type { ContentCommand, ContentReply, FillDecision, Reply } from '@/utils/messages/contract'

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

/**
 * Asks for a code. The background knows which document asks; it is told only whether the field
 * still holds the code that it got.
 */
export async function askForCode(holds: boolean): Promise<FillDecision> {
  try {
    const reply = (await chrome.runtime.sendMessage({ type: 'fill.request', holds })) as
      | Reply<'fill.request'>
      | undefined
    return reply !== undefined && 'ok' in reply ? reply.ok : { kind: 'nothing' }
  } catch {
    return { kind: 'nothing' }
  }
}

/** Says that the code that came last was not typed. */
export async function tellUnused(): Promise<void> {
  try {
    await chrome.runtime.sendMessage({ type: 'fill.unused' })
  } catch {
    // The extension is gone from under the page, and with it who would care.
  }
}

/** What to do on the background's commands. */
export interface Commands {
  readonly has: () => Promise<boolean>
  readonly write: (code: string) => Promise<boolean>
  readonly again: () => void
}

/** Obeys commands from our own extension and from nobody else. */
export function obey(commands: Commands): void {
  chrome.runtime.onMessage.addListener((message, sender, answer) => {
    if (sender.id !== chrome.runtime.id || !isCommand(message)) return false
    switch (message.type) {
      case 'content.again':
        commands.again()
        return false
      case 'content.find':
        void orFalse(commands.has).then((found) => answer({ found }))
        return true
      case 'content.write':
        void orFalse(() => commands.write(message.code)).then((filled) => answer({ filled }))
        return true
    }
  })
}

/** The page may have replaced what we call: who waits for an answer gets one. */
async function orFalse(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work()
  } catch {
    return false
  }
}

function isCommand(message: unknown): message is ContentCommand {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false
  if (message.type === 'content.again' || message.type === 'content.find') return true
  return message.type === 'content.write' && 'code' in message && typeof message.code === 'string'
}
