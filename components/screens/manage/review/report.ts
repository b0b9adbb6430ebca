import { errorText, t } from '@/components/i18n'
import type { ImportedEntry } from '@/utils/backup/parsed-backup'
import type { OtpAccount } from '@/utils/otp/parameters'
import type { Review } from './use-review'

/** What became of each entry of an import, by name. No secret is in it. */
export interface ReportLines {
  readonly added: readonly string[]
  /** What was there got these parameters. */
  readonly replaced: readonly string[]
  /** Kept as they are: no codes are made of them here. */
  readonly kept: readonly string[]
  readonly same: readonly string[]
  readonly left: readonly string[]
  /** With the reason. */
  readonly problems: readonly string[]
}

/** The report of a review that was saved. */
export function reportOf({ comparison, chosen }: Review): ReportLines {
  const { fresh, differing, same, problems } = comparison
  const replaced = chosen.replacements.map(({ entry }) => entry)
  const brought = new Set<ImportedEntry>([...chosen.entries, ...replaced])
  const offered = [...fresh, ...differing.map(({ entry }) => entry)]
  return {
    added: chosen.entries.map(nameOf),
    replaced: replaced.map(nameOf),
    kept: chosen.unsupported.map(({ title, type }) => title || type),
    same: same.map(nameOf),
    left: offered.filter((entry) => !brought.has(entry)).map(nameOf),
    problems: problems.map(({ title, position, code, detail }) => {
      return `${title || t('manage_restore_entry', position)}: ${errorText(code, detail)}`
    }),
  }
}

/** The report as text for a file, one entry a line; `moment` is written on top. */
export function reportText(report: ReportLines, moment: string): string {
  const groups = [
    [t('manage_import_added', report.added.length), report.added],
    [t('manage_import_replaced', report.replaced.length), report.replaced],
    [t('manage_import_kept', report.kept.length), report.kept],
    [t('manage_report_same', report.same.length), report.same],
    [t('manage_report_left', report.left.length), report.left],
    [t('manage_report_problems', report.problems.length), report.problems],
  ] as const
  const filled = groups.filter(([, lines]) => lines.length > 0)
  const blocks = filled.map(([title, lines]) =>
    [title, ...lines.map((line) => `- ${oneLine(line)}`)].join('\n'),
  )
  return `${[`${t('manage_import_report_title')} (${moment})`, ...blocks].join('\n\n')}\n`
}

function nameOf({ issuer, label }: OtpAccount): string {
  return [issuer, label].filter((part) => part !== '').join(': ') || t('manage_import_nameless')
}

/** Names come from outside: none may look like another line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
}
