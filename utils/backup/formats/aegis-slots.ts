import type { Bytes } from '@/utils/bytes/bytes'
import { concat } from '@/utils/bytes/concat'
import { AppError } from '@/utils/errors/app-error'
import { aesGcmOpen } from '@/utils/vault/aes-gcm'
import { gateScrypt } from '../crypto/kdf-gates'
import { scrypt } from '../crypto/scrypt'
import type { FileAccess } from '../format'
import { beforeKey, passwordOf } from '../read/access'
import { opened, openedJson } from '../read/opened-text'
import { bytesOfBase64, bytesOfHex, listOf, memberOf, numberOf } from '../read/values'

const noAad = new Uint8Array(0)
const passwordSlotType = 1
const longestSureBytes = 64
/** Each costs a scrypt. */
const maxSlots = 8

/** A slot with its parts read and its parameters gated. */
interface Slot {
  readonly salt: Bytes
  readonly cost: { readonly n: number; readonly r: number; readonly p: number }
  readonly sealed: Sealed
  /** Whether long passwords count as typed: Aegis once filled them up with zeros. */
  readonly repaired: boolean
}

interface Sealed {
  readonly nonce: Bytes
  /** Ciphertext, then tag. */
  readonly bytes: Bytes
}

/**
 * The content of an encrypted file: scrypt opens a slot, the master key in it opens the content;
 * every password slot is tried. Throws `password-empty`, `password-wrong`,
 * `password-or-file`, `file-damaged`, `kdf-refused`, `kdf-failed`.
 */
export async function openAegis(json: unknown, access: FileAccess): Promise<unknown> {
  const header = memberOf(json, 'header')
  const content = sealedOf(bytesOfBase64(memberOf(json, 'db')), memberOf(header, 'params'))
  const slots = slotsOf(header)
  const password = passwordOf(access)
  const masterKey = await openAnySlot(slots, password, access)
  const plain = await aesGcmOpen(masterKey, content.nonce, noAad, content.bytes)
  return openedJson(opened(plain, 'file-damaged'))
}

function slotsOf(header: unknown): readonly Slot[] {
  const slots = listOf(memberOf(header, 'slots')).filter(
    (slot) => memberOf(slot, 'type') === passwordSlotType,
  )
  if (slots.length === 0) throw new AppError('file-damaged', 'no password slot')
  if (slots.length > maxSlots) throw new AppError('kdf-refused', 'too many slots')
  return slots.map((slot) => {
    const [n, r, p] = ['n', 'r', 'p'].map((name) => numberOf(memberOf(slot, name)))
    const cost = { n: n ?? 0, r: r ?? 0, p: p ?? 0 }
    gateScrypt(cost.n, cost.r, cost.p)
    const sealed = sealedOf(bytesOfHex(memberOf(slot, 'key')), memberOf(slot, 'key_params'))
    const repaired = memberOf(slot, 'repaired') === true
    return { salt: bytesOfHex(memberOf(slot, 'salt')), cost, sealed, repaired }
  })
}

function sealedOf(ciphertext: Bytes, parameters: unknown): Sealed {
  const nonce = bytesOfHex(memberOf(parameters, 'nonce'))
  const tag = bytesOfHex(memberOf(parameters, 'tag'))
  if (nonce.length !== 12 || tag.length !== 16) throw new AppError('file-damaged')
  return { nonce, bytes: concat(ciphertext, tag) }
}

async function openAnySlot(
  slots: readonly Slot[],
  password: Bytes,
  access: FileAccess,
): Promise<Bytes> {
  for (const { salt, cost, sealed } of slots) {
    beforeKey(access)
    const key = await scrypt(password, salt, cost)
    const masterKey = await aesGcmOpen(key, sealed.nonce, noAad, sealed.bytes)
    if (masterKey === null) continue
    if (masterKey.length !== 32) throw new AppError('file-damaged', 'master key ill-shaped')
    return masterKey
  }
  const isSure = password.length <= longestSureBytes || slots.every(({ repaired }) => repaired)
  throw new AppError(isSure ? 'password-wrong' : 'password-or-file')
}
