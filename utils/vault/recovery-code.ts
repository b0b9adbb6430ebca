import * as v from 'valibot'

/** More codes than any site gives out at once. */
export const mostRecoveryCodes = 100
/** The longest code, in UTF-16 units: two dozen words fit. */
export const longestRecoveryCode = 240

/** With so many codes left, new ones are due. */
export const fewCodesLeft = 2

/** One line without white space around it, no control characters. */
const line = /^(?![\p{Zs}])[^\p{Cc}\p{Zl}\p{Zp}]+(?<![\p{Zs}])$/u

/** A recovery code as an account keeps it. Loose for what newer versions add. */
export const recoveryCodeSchema = v.looseObject({
  /** As the site showed it, on one line. */
  code: v.pipe(v.string(), v.maxLength(longestRecoveryCode), v.regex(line)),
  /** When it was used, or ticked off by hand; null: it is left. */
  usedAtMs: v.nullable(v.pipe(v.number(), v.safeInteger())),
})

/** The recovery codes of one account, in the order of the site. */
export const recoveryCodesSchema = v.pipe(
  v.array(recoveryCodeSchema),
  v.maxLength(mostRecoveryCodes),
)

/** A recovery code as an account keeps it. */
export type RecoveryCode = v.InferOutput<typeof recoveryCodeSchema>

/** What of a code counts for sites: no case, no white space, no dashes. */
export function foldedCode(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]/gu, '')
    .toLowerCase()
}

/** How many codes are left. */
export function codesLeft(codes: readonly RecoveryCode[] | undefined): number {
  return (codes ?? []).filter(({ usedAtMs }) => usedAtMs === null).length
}

/**
 * One list out of two of the same account: ours first and in our order, each code once. A code that
 * either says was used was used; ours says when.
 */
export function mergeCodes(
  ours: readonly RecoveryCode[],
  others: readonly RecoveryCode[],
): readonly RecoveryCode[] {
  const byFold = new Map(others.map((each) => [foldedCode(each.code), each]))
  const known = new Set(ours.map(({ code }) => foldedCode(code)))
  const kept = ours.map((each) => ({
    ...each,
    usedAtMs: each.usedAtMs ?? byFold.get(foldedCode(each.code))?.usedAtMs ?? null,
  }))
  const added = [...byFold].filter(([fold]) => !known.has(fold)).map(([, each]) => each)
  return [...kept, ...added].slice(0, mostRecoveryCodes)
}
