import { toBase32 } from '@/utils/bytes/base32'

/** Something that must not be found, and its name in the report. */
export interface Needle {
  readonly name: string
  /** Text is searched as UTF-8 and UTF-16 too, bytes as they are. */
  readonly value: string | Uint8Array
}

/** A needle in one of the forms it may take on a disk or in memory. */
export interface Pattern {
  readonly name: string
  readonly form: string
  readonly bytes: Buffer
}

/** Every form of a needle that is searched. */
export function patternsOf({ name, value }: Needle): Pattern[] {
  const bytes = Buffer.from(value as string)
  const hex = bytes.toString('hex')
  const forms: [string, Buffer | string][] = [
    [typeof value === 'string' ? 'utf8' : 'raw', bytes],
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
    ...shifted(bytes, 3, 4, (part) => part.toString('base64')).map(
      (text, shift): [string, string] => [`base64+${shift}`, text],
    ),
    ...shifted(bytes, 5, 8, (part) => toBase32(new Uint8Array(part))).map(
      (text, shift): [string, string] => [`base32+${shift}`, text],
    ),
  ]
  if (typeof value === 'string') forms.push(['utf16le', Buffer.from(value, 'utf16le')])
  return forms.flatMap(([form, found]) => {
    const all = [{ name, form, bytes: Buffer.from(found as string) }]
    const url = form.startsWith('base64') ? toUrlAlphabet(String(found)) : found
    return url === found ? all : [...all, { name, form: `${form} url`, bytes: Buffer.from(url) }]
  })
}

const toUrlAlphabet = (text: string) => text.replace(/\+/g, '-').replace(/\//g, '_')

/**
 * An encoding of `group` bytes in `letters` letters looks different by where in a group the bytes
 * begin. For each beginning: the letters that the bytes alone decide.
 */
function shifted(
  bytes: Buffer,
  group: number,
  letters: number,
  encode: (bytes: Buffer) => string,
): string[] {
  const bits = (group * 8) / letters
  return Array.from({ length: group }, (_, shift) => {
    const text = encode(Buffer.concat([Buffer.alloc(shift), bytes]))
    const from = Math.ceil((shift * 8) / bits)
    return text.slice(from, Math.floor(((shift + bytes.length) * 8) / bits))
  })
}
