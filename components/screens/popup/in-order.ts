import type { BoundHere } from '@/components/model/site-model'
import { isSameUserName } from '@/utils/vault/site-memory'
import { isUnconfirmed } from '@/utils/vault/unconfirmed'

/**
 * The accounts of a page, whoever comes first: those that are being set up, those of the user name
 * that was typed before, then the ones chosen there of late.
 */
export function inOrder(
  bound: readonly BoundHere[],
  userName: string | null,
): readonly BoundHere[] {
  const isNamed = ({ account, site }: BoundHere): boolean =>
    userName !== null &&
    [account.label, ...(site.userNames ?? [])].some((name) => isSameUserName(name, userName))
  const chosenAtMs = ({ site }: BoundHere): number => site.chosenAtMs ?? 0
  return [...bound].sort(
    (a, b) =>
      Number(isUnconfirmed(b.account)) - Number(isUnconfirmed(a.account)) ||
      Number(isNamed(b)) - Number(isNamed(a)) ||
      chosenAtMs(b) - chosenAtMs(a),
  )
}
