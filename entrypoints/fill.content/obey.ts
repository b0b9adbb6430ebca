import type { Asked, Find } from '@/utils/messages/asked'
import type { ContentCommand } from '@/utils/messages/contract'
import type { Filler } from './filler'
import { hear } from './runtime'

/** Has a filler obey commands. */
export function obey(filler: Filler): void {
  hear((command, answer) => {
    if (!isForFiller(command)) return false
    switch (command.type) {
      case 'content.write':
        void orNot(() =>
          filler.write(command.code, command.field, command.submit, command.recovery),
        ).then((filled) => answer({ filled, pointed: filler.pointed() }))
        return true
      case 'content.point':
        void orNot(async () => filler.point()).then((pointed) =>
          answer({ pointed: pointed || null }),
        )
        return true
    }
  })
}

/** What a filler answers to `Find`. `home`: see `isAtHome`. */
export async function asked(filler: Filler, home: boolean, find: Find): Promise<Asked> {
  const wanted = await orNot(() => filler.wanted(find.field, find.recovery))
  return wanted
    ? { prompt: wanted.kind, room: wanted.room, home }
    : { prompt: null, room: null, home }
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
function isForFiller(command: { readonly type: unknown }): command is ContentCommand {
  if (command.type === 'content.write') {
    return 'code' in command && typeof command.code === 'string'
  }
  return command.type === 'content.point'
}
