import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { Exported } from './use-export'

/** Says which file was handed out, and that it was read back. */
export function ExportDone({ exported }: { readonly exported: Exported }) {
  return (
    <div data-testid="export-done">
      <Notice tone="success" title={t('manage_export_done')}>
        {t(
          exported.isWhole ? 'manage_export_done_text' : 'manage_export_done_foreign',
          exported.name,
          exported.count,
        )}
      </Notice>
    </div>
  )
}
