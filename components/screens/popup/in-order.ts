import type { BoundHere } from '@/components/model/site-model'
import { isSameUserName } from '@/utils/vault/site-memory'

/**
 * The accounts of a page, whoever comes first: those with something left to do about their set-up,
 * those of the user name that was typed before, then the ones chosen or set up there of late.
 */
export function inOrder(
  bound: readonly BoundHere[],
  userName: string | null,
): readonly BoundHere[] {
  const isNamed = ({ account, site }: BoundHere): boolean =>
    userName !== null &&
    [account.label, ...(site.userNames ?? [])].some((name) => isSameUserName(name, userName))
  const isEnrolling = ({ account }: BoundHere): boolean => account.enrolment !== undefined
  const chosenAtMs = ({ site }: BoundHere): number => site.chosenAtMs ?? 0
  return [...bound].sort(
    (a, b) =>
      Number(isEnrolling(b)) - Number(isEnrolling(a)) ||
      Number(isNamed(b)) - Number(isNamed(a)) ||
      chosenAtMs(b) - chosenAtMs(a),
  )
}
