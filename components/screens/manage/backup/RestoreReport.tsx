import { t } from '@/components/i18n'
import { FocusedPart } from '@/components/ui/FocusedPart'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { hrefOf } from '../route'

/** What became of the entries of a backup, each counted once. */
export interface Report {
  readonly brought: number
  readonly same: number
  readonly left: number
  readonly problems: number
}

/** The sums of a restore. */
export function RestoreReport({ report }: { readonly report: Report }) {
  const { brought, same, left, problems } = report
  const lines = [
    brought > 0 && t('manage_report_in', brought),
    same > 0 && t('manage_report_same', same),
    left > 0 && t('manage_report_left', left),
    problems > 0 && t('manage_report_problems', problems),
  ]
  return (
    <FocusedPart data-testid="restore-report">
      <Notice
        tone={brought === 0 ? 'info' : 'success'}
        title={t(brought === 0 ? 'manage_report_nothing' : 'manage_report_title')}
        actions={<LinkButton href={hrefOf('accounts')}>{t('manage_report_look')}</LinkButton>}
      >
        <ul>{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>
      </Notice>
    </FocusedPart>
  )
}
