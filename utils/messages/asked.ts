import * as v from 'valibot'
import type { FieldDescription } from '@/utils/fields/describe'
import type { PromptKind, Room } from '@/utils/fields/types'

/**
 * What a document is asked before a code is made: which code does it ask for? It is called in the
 * document, where the page cannot hear it. `field`: the one that was pointed out on the site of that
 * document; `recovery`: a field for a recovery code is looked for, and no other.
 */
export interface Find {
  readonly field: FieldDescription | null
  readonly recovery?: true
}

/** Which code a document asks for, as our own scripts in it see it. */
export interface Asked {
  readonly prompt: PromptKind | null
  /** How long the codes are that its field takes; null where no field of its own was found. */
  readonly room: Room | null
  /** It is the top frame, or all frames around it are of its own origin. */
  readonly home: boolean
}

const askedSchema: v.GenericSchema<Asked> = v.object({
  prompt: v.nullable(v.picklist(['authenticator', 'sent', 'recovery', 'unknown'])),
  room: v.nullable(v.object({ least: v.number(), most: v.number() })),
  home: v.boolean(),
})

/** What a document has answered, or null where it is no answer. */
export function parseAsked(answer: unknown): Asked | null {
  const parsed = v.safeParse(askedSchema, answer)
  return parsed.success ? parsed.output : null
}
