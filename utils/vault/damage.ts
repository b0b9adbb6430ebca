import type { Bytes } from '@/utils/bytes/bytes'
import type { Candidate, Findings } from './candidates'
import type { Damage } from './damaged-files'
import { authenticates } from './generation'
import { isOtherKey } from './keying'
import { toVaultFile } from './vault-file'

/** All that was found, as it lies, opened or not. */
export function everything({ candidates, slots }: Findings): Damage[] {
  const stored = candidates.filter(({ from }) => from === 'store').map(pieceOf)
  const copies = (slots ?? []).flatMap(({ bytes, sealed }): Damage[] =>
    bytes === null ? [] : [{ from: 'copy', generation: sealed?.generation ?? null, bytes }],
  )
  return [...stored, ...copies]
}

/** What does not read as a generation: as much damage as shows without a key. */
export function illShaped({ candidates, slots }: Findings): Damage[] {
  return everything({
    candidates: candidates.filter(({ ciphertext }) => ciphertext.length === 0),
    storeNewest: 0,
    slots: slots?.filter(({ sealed }) => sealed === null) ?? null,
  })
}

/** All that does not open with the key that opened `sealed`; what an older key sealed is sound. */
export async function damageIn(
  findings: Findings,
  opened: Candidate,
  dek: Bytes,
): Promise<Damage[]> {
  const judge = async (candidate: Candidate): Promise<Damage[]> => {
    const isSound = isOtherKey(candidate, opened) || (await authenticates(dek, candidate))
    return isSound ? [] : [pieceOf(candidate)]
  }
  const damaged = await Promise.all(findings.candidates.map(judge))
  const unreadable = findings.slots?.filter(({ sealed }) => sealed === null) ?? []
  return [...damaged.flat(), ...everything({ candidates: [], storeNewest: 0, slots: unreadable })]
}

function pieceOf(candidate: Candidate): Damage {
  const { from, generation } = candidate
  return { from, generation, bytes: toVaultFile(candidate) }
}
