import type { BoundHere } from '@/components/model/site-model'
import { isNamed } from '@/utils/vault/user-names'

/**
 * The accounts of a page, whoever comes first: those that no code was filled of yet since they were
 * taken off a set-up page, those of the user name that was typed before, those with something left
 * to do about their set-up, then the ones chosen or set up there of late.
 */
export function inOrder(
  bound: readonly BoundHere[],
  userName: string | null,
): readonly BoundHere[] {
  const rank = (on: BoundHere): number => {
    const { enrolment } = on.account
    const isNew = enrolment && enrolment.filledAtMs === undefined
    return (isNew ? 4 : 0) + (isNamed(on, userName) ? 2 : 0) + (enrolment ? 1 : 0)
  }
  const chosenAtMs = ({ site }: BoundHere): number => site.chosenAtMs ?? 0
  return [...bound].sort((a, b) => rank(b) - rank(a) || chosenAtMs(b) - chosenAtMs(a))
}
