import { visibleText } from './visible-text'

const longest = 60
/** First strong isolate and its end (Unicode UAX #9): the name turns nothing around it. */
const isolate = '\u2068'
const endOfIsolate = '\u2069'

/** A name from outside on one line: what would not be seen by its number, cut to 60 characters. */
export function plainName(name: string): string {
  const plain = wholeName(name)
  if (plain.length <= longest) return plain
  return `${plain.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The same for the middle of a sentence, which it cannot turn around. */
export function inSentence(name: string | number): string {
  return isolated(plainName(String(name)))
}

/** A host in the middle of a sentence: whole, for whose it is tells its end. */
export function hostInSentence(host: string): string {
  return isolated(wholeName(host))
}

function wholeName(name: string): string {
  return visibleText(name)
    .map((part) => (part.kind === 'text' ? part.text : part.codePoint))
    .join('')
}

function isolated(text: string): string {
  return `${isolate}${text}${endOfIsolate}`
}
