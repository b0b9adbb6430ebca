// Ways to bend a sealed file, for the tables of vectors.
import { Buffer } from 'node:buffer'

/** An object without some members. */
export const without =
  (...names) =>
  (object) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))

/** An object with more or other members. */
export const having = (members) => (object) => ({ ...object, ...members })

/** Base64 text with one bit of one byte flipped; `at` counts from the end below 0. */
export function flipped(text, at) {
  const bytes = Buffer.from(text, 'base64')
  bytes[at < 0 ? bytes.length + at : at] ^= 1
  return bytes.toString('base64')
}

/** A file with one member put through `change`. */
export const changing = (member, change) => (file) => ({ ...file, [member]: change(file[member]) })

/** Changes the header's text after sealing: the body still goes with the old one. */
export const headerText = (change) =>
  changing('protected', (text) =>
    Buffer.from(change(Buffer.from(text, 'base64url').toString())).toString('base64url'),
  )

/** The same for its value. */
export const header = (change) => headerText((text) => JSON.stringify(change(JSON.parse(text))))

/** The same for its first slot. */
export const slot = (change) =>
  header((value) => ({ ...value, slots: [change(value.slots[0]), ...value.slots.slice(1)] }))

/** The same for that slot's KDF. */
export const kdf = (members) => slot(changing('kdf', having(members)))

/** JSON text of `file` with one more member in front, whose value is given as text. */
export const withText = (member, text) => (file) => `{"${member}":${text},${json(file).slice(1)}`

/** So many arrays in each other. */
export const nested = (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`

const json = (value) => JSON.stringify(value)
