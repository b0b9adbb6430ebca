import type { BoundHere } from '@/components/model/site-model'
import { isNamed } from '@/utils/vault/user-names'

/**
 * The accounts of a page, whoever comes first: those with something left to do about their set-up,
 * those of the user name that was typed before, then the ones chosen or set up there of late.
 */
export function inOrder(
  bound: readonly BoundHere[],
  userName: string | null,
): readonly BoundHere[] {
  const isEnrolling = ({ account }: BoundHere): boolean => account.enrolment !== undefined
  const chosenAtMs = ({ site }: BoundHere): number => site.chosenAtMs ?? 0
  return [...bound].sort(
    (a, b) =>
      Number(isEnrolling(b)) - Number(isEnrolling(a)) ||
      Number(isNamed(b, userName)) - Number(isNamed(a, userName)) ||
      chosenAtMs(b) - chosenAtMs(a),
  )
}
