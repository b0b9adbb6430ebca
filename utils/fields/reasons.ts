/**
 * What each signal is called, so that "why" can be told, and what reason expects of its weight, where
 * an even chance is at 0: in the order of utils/fields/signals. Training begins there and is held
 * there: few pages must not overrule what is known of many. The sign is final.
 */
export const reasons: readonly (readonly [name: string, expected: number])[] = [
  ['autocomplete is one-time-code', 3.5],
  ['name of a code field', 5],
  ['label of a code field or a recovery code’s', 2.5],
  ['name of some code', 1],
  ['label of some code', 1],
  ['called something else', -3],
  ['called a PIN', -3],
  ['called a recovery code', 1],
  ['one-digit boxes', 4],
  ['boxes for anything', -2.5],
  ['takes digits', 1],
  ['as long as a code', 0.5],
  ['digits as placeholder', 1],
  ['takes long texts', -1],
  ['typed unseen', -0.5],
  ['alone in its form', 1.5],
  ['beside a password', -0.5],
  ['form of many fields', -1.5],
  ['among other things', -2.5],
  ['page named for a code', 1],
  ['page asks for a code', 2],
  ['page of other codes', -1],
  ['button for something else', -2],
  ['page verifies', 0.5],
  ['names an authenticator', 1],
  ['label that only codes have', 4],
  ['label that names an authenticator', 2],
]

/** The same of a field of which no signal holds. */
export const expectedBias = -4.2
