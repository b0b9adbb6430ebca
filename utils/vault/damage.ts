import type { Bytes } from '@/utils/bytes/bytes'
import type { Candidate, Findings } from './candidates'
import type { Damage } from './damaged-files'
import { authenticates } from './generation'
import { isOtherKey } from './keying'
import { toVaultFile } from './vault-file'

type Lying = Pick<Findings, 'candidates' | 'slots'>

/** All that was found, as it lies, opened or not. */
export function everything({ candidates, slots }: Lying): Damage[] {
  const stored = candidates.filter(({ from }) => from === 'store').map(pieceOf)
  const copies = (slots ?? []).flatMap(({ bytes, sealed }): Damage[] =>
    bytes === null ? [] : [{ from: 'copy', generation: sealed?.generation ?? null, bytes }],
  )
  return [...stored, ...copies]
}

/** What does not read as a generation: as much damage as shows without a key. */
export function illShaped({ candidates, slots }: Lying): Damage[] {
  return everything({
    candidates: candidates.filter(({ ciphertext }) => ciphertext.length === 0),
    slots: slots?.filter(({ sealed }) => sealed === null) ?? null,
  })
}

/** All that does not open with the key that opened `opened`; what an older key sealed is sound. */
export async function damageIn(
  { candidates, slots }: Lying,
  opened: Candidate,
  dek: Bytes,
): Promise<Damage[]> {
  const isSound = async (candidate: Candidate): Promise<boolean> =>
    isOtherKey(candidate, opened) || (await authenticates(dek, candidate))
  const sound = await Promise.all(candidates.map(isSound))
  const spoiled = candidates.filter((_, index) => !sound[index])
  const isSpoiled = (ciphertext: Bytes | undefined) =>
    ciphertext === undefined || spoiled.some((candidate) => candidate.ciphertext === ciphertext)
  return everything({
    candidates: spoiled,
    slots: slots?.filter(({ sealed }) => isSpoiled(sealed?.ciphertext)) ?? null,
  })
}

function pieceOf(candidate: Candidate): Damage {
  const { from, generation } = candidate
  return { from, generation, bytes: toVaultFile(candidate) }
}
