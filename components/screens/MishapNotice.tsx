import type { ComponentChildren } from 'preact'
import { t } from '@/components/i18n'
import type { VaultModel } from '@/components/model/vault-model'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useWork } from '@/components/ui/use-work'
import type { Mishap } from '@/utils/vault/document'
import { withoutMishap } from '@/utils/vault/mishap'
import { mishapText } from './health-text'

interface MishapNoticeProps {
  readonly mishap: Mishap
  readonly model: Pick<VaultModel, 'change'>
  /** Further buttons. */
  readonly children?: ComponentChildren
}

/** Stays until it was read: here, in another window or after a restart. */
export function MishapNotice({ mishap, model, children }: MishapNoticeProps) {
  const work = useWork()
  const { title, text } = mishapText(mishap)
  const actions = (
    <>
      <Button
        busy={work.busy}
        data-testid="dismiss-mishap"
        onClick={() => void work.run(() => model.change(withoutMishap))}
      >
        {t('health_dismiss')}
      </Button>
      {children}
    </>
  )
  return (
    <Notice tone="warning" title={title} actions={actions}>
      {work.error ?? text}
    </Notice>
  )
}
