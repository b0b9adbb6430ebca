const base = 36
const [tMin, tMax, skew, damp] = [1, 26, 38, 700]

/**
 * The label that a punycode label stands for (RFC 3492 section 6.2): `xn--pple-43d` is `аpple` with
 * a Cyrillic first letter. Other labels, and ones that stand for nothing, are left as they are.
 */
export function decodeLabel(label: string): string {
  if (!label.startsWith('xn--')) return label
  return decode(label.slice(4)) ?? label
}

function decode(text: string): string | null {
  const cut = text.lastIndexOf('-')
  const plain = text.slice(0, Math.max(cut, 0))
  const letters = [...plain]
  let rest = text.slice(cut + 1)
  let code = 128
  let at = 0
  let bias = 72
  while (rest !== '') {
    const number = readNumber(rest, bias)
    if (number === null) return null
    const count = letters.length + 1
    bias = adapt(number.value, count, letters.length === plain.length)
    at += number.value
    code += Math.floor(at / count)
    at %= count
    if (code > 0x10ffff) return null
    letters.splice(at, 0, String.fromCodePoint(code))
    at++
    rest = number.rest
  }
  return letters.join('')
}

/** A number of variable length, the lowest digit first. */
function readNumber(text: string, bias: number): { value: number; rest: string } | null {
  let value = 0
  let weight = 1
  for (let at = 0; at < text.length; at++) {
    const digit = digitOf(text.charCodeAt(at))
    const threshold = Math.min(Math.max(base * (at + 1) - bias, tMin), tMax)
    if (digit === null || value > 0x7fffffff) return null
    value += digit * weight
    if (digit < threshold) return { value, rest: text.slice(at + 1) }
    weight *= base - threshold
  }
  return null
}

function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97
  return code >= 48 && code <= 57 ? code - 22 : null
}

/** RFC 3492 section 6.1. */
function adapt(delta: number, count: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? damp : 2))
  left += Math.floor(left / count)
  let k = 0
  for (; left > ((base - tMin) * tMax) / 2; k += base) left = Math.floor(left / (base - tMin))
  return k + Math.floor(((base - tMin + 1) * left) / (left + skew))
}
