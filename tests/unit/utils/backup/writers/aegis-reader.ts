import { createDecipheriv, scryptSync } from 'node:crypto'

/** An Aegis file as its docs/vault.md tells it, opened with nothing of ours. */
export interface AegisFile {
  readonly version: number
  readonly header: {
    readonly slots: readonly AegisSlot[] | null
    readonly params: Params | null
  }
  readonly db: unknown
}

interface Params {
  readonly nonce: string
  readonly tag: string
}

interface AegisSlot {
  readonly type: number
  readonly uuid: string
  readonly key: string
  readonly key_params: Params
  readonly n: number
  readonly r: number
  readonly p: number
  readonly salt: string
  readonly repaired: boolean
  readonly is_backup: boolean
}

const hex = (text: string) => Buffer.from(text, 'hex')

function decrypt(key: Buffer, ciphertext: Buffer, { nonce, tag }: Params): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, hex(nonce))
  decipher.setAuthTag(hex(tag))
  return Buffer.concat([decipher.update(ciphertext), decipher.final()])
}

/** The content of a sealed file. Throws where the password is wrong. */
export function openAegis(file: AegisFile, password: string): unknown {
  const [slot] = file.header.slots ?? []
  if (!slot || file.header.params === null) throw new Error('not sealed')
  const { n: N, r, p } = slot
  const kek = scryptSync(password, hex(slot.salt), 32, { N, r, p, maxmem: 256 * N * r })
  const masterKey = decrypt(kek, hex(slot.key), slot.key_params)
  const db = decrypt(masterKey, Buffer.from(String(file.db), 'base64'), file.header.params)
  return JSON.parse(db.toString('utf8'))
}

/** What the content says, by Aegis's own rules: what its reader insists on is insisted on here. */
export function readAegis(content: unknown) {
  const { version, entries, groups } = content as { version: number; entries: []; groups: Group[] }
  if (version !== 3) throw new Error('another version')
  const names = new Map(groups.map(({ uuid, name }) => [uuid, name]))
  return entries.map((entry: Entry) => {
    for (const member of ['type', 'uuid', 'name', 'issuer', 'info'] as const) {
      if (entry[member] === undefined) throw new Error(`no ${member}`)
    }
    if (!/^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(entry.uuid)) throw new Error('no UUID')
    if (!/^[A-Z2-7]+$/.test(entry.info.secret)) throw new Error('no base32')
    if ([1, 3, 6].includes(entry.info.secret.length % 8)) throw new Error('illegal length')
    return { ...entry, tags: entry.groups.map((group) => names.get(group)) }
  })
}

interface Group {
  readonly uuid: string
  readonly name: string
}

interface Entry {
  readonly type: string
  readonly uuid: string
  readonly name: string
  readonly issuer: string
  readonly note: string
  readonly favorite: boolean
  readonly info: {
    readonly secret: string
    readonly algo: string
    readonly digits: number
    readonly period?: number
    readonly counter?: number
  }
  readonly groups: readonly string[]
}
