import type { Bytes } from '@/utils/bytes/bytes'
import { toErrorCode } from '@/utils/errors/app-error'
import { keepDamaged } from './damaged-files'
import { authenticates } from './generation'
import { isOtherKey } from './keying'
import type { SealedGeneration, VaultFiles, VaultPorts } from './vault'
import { fromVaultFile, toVaultFile } from './vault-file'

/*
 * [Note: Second copy]
 *
 * The newest generation lies a second time in another storage engine, as a vault file, sealed as
 * it is. Two slots are written in turn, never the one that holds the newest, so that a crash costs
 * one slot at most. It is written before a save is acknowledged; that it cannot be written does not
 * make the save fail, and is told. A new header goes over both slots: nothing stays under an old
 * key. What does not read is kept apart before its slot is written again.
 */

const slotNames = ['copy-a', 'copy-b'] as const

/** One of the two slots as it lies. */
export interface CopySlot {
  readonly name: (typeof slotNames)[number]
  /** Null where it was never written. */
  readonly bytes: Bytes | null
  /** The generation in it, not opened yet; null where there is none to read. */
  readonly sealed: SealedGeneration | null
  /** A newer version of ours wrote it. */
  readonly isNewer: boolean
  /** What lies in it cannot be told now: it may be the newest, and is not written over. */
  readonly isUnreadable: boolean
}

/** Both slots. Throws `storage-failed` where there is no such storage or neither can be read. */
export async function readSlots(files: VaultFiles): Promise<readonly CopySlot[]> {
  const reads = await Promise.allSettled(slotNames.map((name) => files.read(name)))
  const failed = reads.filter((read) => read.status === 'rejected')
  if (failed.length === reads.length) throw failed[0]?.reason
  return slotNames.map((name, index) => {
    const read = reads[index]
    const bytes = read?.status === 'fulfilled' ? read.value : null
    return { name, bytes, ...parse(bytes), isUnreadable: read?.status === 'rejected' }
  })
}

/** Whether a vault lies in the second copy, readable by this version or not. */
export async function hasCopy(files: VaultFiles): Promise<boolean> {
  const slots = await readSlots(files).catch(() => [])
  return slots.some(({ sealed, isNewer }) => sealed !== null || isNewer)
}

function parse(bytes: Bytes | null): Pick<CopySlot, 'sealed' | 'isNewer'> {
  if (bytes === null) return { sealed: null, isNewer: false }
  try {
    return { sealed: fromVaultFile(bytes), isNewer: false }
  } catch (error) {
    return { sealed: null, isNewer: toErrorCode(error) === 'vault-newer' }
  }
}

/** How the second copy is written. */
interface WriteCopyOptions {
  /** False: one slot is left as it was. */
  readonly dropOutdated?: boolean
  /** The slots, where whoever runs alone has read them already; null where that failed. */
  readonly slots?: readonly CopySlot[] | null
  /** The key of what lies there, where it is known: what it does not open is kept apart. */
  readonly dek?: Bytes
}

/**
 * Brings the second copy up to `sealed`, which was just saved or opened. False if that failed:
 * the vault itself is sound all the same.
 */
export async function writeCopy(
  { files }: VaultPorts,
  sealed: SealedGeneration,
  nowMs: number,
  { dropOutdated = true, slots: read, dek }: WriteCopyOptions = {},
): Promise<boolean> {
  try {
    const slots = read === undefined ? await readSlots(files) : read
    if (slots === null) return false
    const turn = nextSlot(slots, sealed)
    const others = slots.filter((slot) => slot !== turn && isOutdated(slot, sealed))
    const outdated = dropOutdated ? others : []
    for (const slot of turn === null ? outdated : [turn, ...outdated]) {
      if (!(await mayGo(slot, sealed, dek))) await keepSlot(files, slot, nowMs)
      await files.write(slot.name, toVaultFile(sealed))
    }
    return true
  } catch {
    return false
  }
}

/** Whether `sealed` lies in one of the slots, and nothing outdated in the other. */
export function isCopied(slots: readonly CopySlot[], sealed: SealedGeneration): boolean {
  return (
    slots.some((slot) => isSame(slot.sealed, sealed)) &&
    !slots.some((slot) => isOutdated(slot, sealed))
  )
}

/** Where to write next: what holds nothing of use, else the older one. Null: it is there already. */
function nextSlot(slots: readonly CopySlot[], sealed: SealedGeneration): CopySlot | null {
  if (slots.some((slot) => isSame(slot.sealed, sealed))) return null
  const worth = (slot: CopySlot) =>
    slot.sealed === null || slot.sealed.generation >= sealed.generation ? 0 : slot.sealed.generation
  const free = slots.filter(({ isUnreadable }) => !isUnreadable)
  return free.reduce((least, slot) => (worth(slot) < worth(least) ? slot : least))
}

/** What must not stay beside `sealed`: a copy under another header, or one that claims to be newer. */
function isOutdated(slot: CopySlot, sealed: SealedGeneration): boolean {
  if (slot.sealed === null || isSame(slot.sealed, sealed)) return false
  return slot.sealed.protected !== sealed.protected || slot.sealed.generation >= sealed.generation
}

/** Whether nothing is lost with what lies in a slot. */
async function mayGo(
  { bytes, sealed: old }: CopySlot,
  sealed: SealedGeneration,
  dek: Bytes | undefined,
): Promise<boolean> {
  if (bytes === null) return true
  if (old === null || old.generation >= sealed.generation) return false
  if (old.protected !== sealed.protected) return isOtherKey(old, sealed)
  return dek === undefined || (await authenticates(dek, old))
}

async function keepSlot(
  files: VaultFiles,
  { bytes, sealed: old }: CopySlot,
  nowMs: number,
): Promise<void> {
  if (bytes === null) return
  await keepDamaged(files, [{ from: 'copy', generation: old?.generation ?? null, bytes }], nowMs)
}

function isSame(copy: SealedGeneration | null, sealed: SealedGeneration): boolean {
  return (
    copy !== null &&
    copy.generation === sealed.generation &&
    copy.protected === sealed.protected &&
    areEqual(copy.nonce, sealed.nonce) &&
    areEqual(copy.ciphertext, sealed.ciphertext)
  )
}

function areEqual(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
