/**
 * By the ASCII letters that they pass for: letters of other alphabets, and Latin ones that have no
 * decomposition; after Unicode's confusables (UTS #39), those that host names may have.
 */
export const lettersOf: Readonly<Record<string, string>> = {
  a: 'аɑαᴀ',
  b: 'ƅьвβʙᏏ',
  c: 'сᴄↄ',
  d: 'ԁđɗᏧð',
  e: 'еєҽεɛ℮ɘ',
  f: 'ƒẝϝ',
  g: 'ɡցɢԍ',
  h: 'һհħнʜ',
  i: 'іıɩι׀',
  j: 'јϳյʝ',
  k: 'кκĸᴋҝ',
  l: 'łӏɭǀ।ʟլ',
  m: 'мᴍɱ',
  n: 'пողηɴŋ',
  o: 'оοօøσᴏဝ๐০๏סع',
  p: 'рρþƿᴘ',
  q: 'ԛգզɋ',
  r: 'гᴦʀɍրя',
  s: 'ѕꜱʂƽ',
  t: 'тτŧᴛ',
  u: 'υսцʋᴜմ',
  v: 'ѵνᴠ',
  w: 'ԝшωɯѡᴡա',
  x: 'хχ×',
  y: 'уүγʏყ',
  z: 'ᴢʐƶ',
  ae: 'æӕ',
  oe: 'œ',
  ss: 'ß',
}

const asciiOf: ReadonlyMap<string, string> = new Map(
  Object.entries(lettersOf).flatMap(([ascii, letters]) =>
    [...letters].map((letter) => [letter, ascii] as const),
  ),
)

/** A name as it looks at a glance, in ASCII as far as it has such letters: `gіthüb` is `github`. */
export function asciiLook(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => asciiOf.get(letter) ?? letter).join('')
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/[1i|]/g, 'l'],
  [/0/g, 'o'],
  [/2/g, 'z'],
  [/3/g, 'e'],
  [/4/g, 'a'],
  [/5/g, 's'],
  [/7/g, 't'],
  [/8/g, 'b'],
  [/[69]/g, 'g'],
]

/** What is left of an ASCII name when letters and digits of like shape count as one. */
export function shapeOf(ascii: string): string {
  return shapes.reduce((text, [shape, letter]) => text.replaceAll(shape, letter), ascii)
}
