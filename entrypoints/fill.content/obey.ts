import type { ContentCommand } from '@/utils/messages/contract'
import type { Filler } from './filler'
import { hear } from './runtime'

/** Has a filler obey commands. `home`: see `isAtHome`. */
export function obey(filler: Filler, home: boolean): void {
  hear((command, answer) => {
    if (!isForFiller(command)) return false
    switch (command.type) {
      case 'content.find':
        void orNot(() => filler.kind(command.field, command.recovery, command.length)).then(
          (prompt) => answer({ prompt: prompt || null, home }),
        )
        return true
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
  return command.type === 'content.find' || command.type === 'content.point'
}
