import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { FocusedPart } from '@/components/ui/FocusedPart'
import { LinkButton } from '@/components/ui/LinkButton'
import { Notice } from '@/components/ui/Notice'
import { toUtf8 } from '@/utils/bytes/utf8'
import { saveFile } from '../backup/save-file'
import { hrefOf } from '../route'
import { useServices } from '../services'
import { type ReportLines, reportText } from './report'

/** The sums of an import, and the whole of it as a file. */
export function ImportReport({ report }: { readonly report: ReportLines }) {
  const { now } = useServices()
  const { added, replaced, kept, same, left, problems } = report
  const sums = [
    t('manage_report_in', added.length + replaced.length + kept.length),
    same.length > 0 && t('manage_report_same', same.length),
    left.length > 0 && t('manage_report_left', left.length),
    problems.length > 0 && t('manage_report_problems', problems.length),
  ]
  const save = () => {
    const moment = new Date(now()).toISOString()
    const text = reportText(report, moment.slice(0, 16).replace('T', ' '))
    saveFile(`import-report-${moment.slice(0, 10)}.txt`, toUtf8(text))
  }
  return (
    <FocusedPart data-testid="import-report">
      <Notice
        tone="success"
        title={t('manage_import_report_title')}
        actions={
          <>
            <LinkButton href={hrefOf('accounts')}>{t('manage_report_look')}</LinkButton>
            <Button onClick={save} data-testid="import-report-save">
              {t('manage_import_report_save')}
            </Button>
          </>
        }
      >
        <ul>{sums.map((line) => line && <li key={line}>{line}</li>)}</ul>
      </Notice>
    </FocusedPart>
  )
}
