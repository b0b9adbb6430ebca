/** Words of utils/fields/words as utils/fields/scan reads them. */
export interface Vocabulary {
  /** The bits of the lists that have a word ending at a mark, where those are not one bit. */
  readonly kinds: number[]
  /** All words: a space before those that stand where a word starts. */
  readonly words: string
}
/** What utils/fields/text knows of scripts. */
export interface Script {
  readonly fold: (text: string) => string
  readonly unspaced: RegExp
}
export function wordsOf(pattern: string): string[]
export function packWords(lists: readonly string[], script: Script): Vocabulary
