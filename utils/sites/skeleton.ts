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
  if (/^[a-z0-9-]*$/.test(name)) return name
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return [...plain].map((letter) => asciiOf.get(letter) ?? letter).join('')
}

const shapes: Readonly<Record<string, string>> = {
  rn: 'm',
  vv: 'w',
  cl: 'd',
  '0': 'o',
  '1': 'l',
  i: 'l',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
}

/** What is left of an ASCII name when letters and digits of like shape count as one. */
export function shapeOf(ascii: string): string {
  return ascii.replaceAll(/rn|vv|cl|[0-9i]/g, (part) => shapes[part] ?? part)
}
