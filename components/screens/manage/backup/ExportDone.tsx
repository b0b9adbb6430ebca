import { useEffect, useRef } from 'preact/hooks'
import { t } from '@/components/i18n'
import { Notice } from '@/components/ui/Notice'
import type { Exported } from './use-export'

/** Says which file was handed out, and that it was read back. */
export function ExportDone({ exported }: { readonly exported: Exported }) {
  const shown = useRef<HTMLDivElement>(null)
  // It comes below the button that was clicked, mostly out of view.
  useEffect(() => shown.current?.scrollIntoView?.({ block: 'nearest' }), [exported])
  return (
    <div ref={shown} data-testid="export-done">
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
