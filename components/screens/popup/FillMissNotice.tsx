import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { Account } from '@/utils/vault/document'
import { RecoveryAsk } from './recovery/RecoveryAsk'
import type { Filling, FillMiss } from './use-fill'

interface FillMissNoticeProps {
  readonly account: Account
  readonly miss: FillMiss
  readonly filling: Pick<Filling, 'busy' | 'confirm'>
}

/** Why nothing was filled, and what to do. */
export function FillMissNotice({ account, miss, filling }: FillMissNoticeProps) {
  if (miss.kind === 'other-prompt' && miss.prompt === 'recovery') {
    return <RecoveryAsk accounts={[account]} below />
  }
  if (miss.kind !== 'other-frame') return <Notice tone="warning">{missText(miss)}</Notice>
  const { frameHost, topHost } = miss
  return (
    <Notice
      tone="warning"
      title={t('fill_other_frame_title')}
      actions={
        <Button data-testid="fill-frame" busy={filling.busy} onClick={() => void filling.confirm()}>
          {t('fill_other_frame_now', frameHost)}
        </Button>
      }
    >
      {t('fill_other_frame', frameHost, topHost)}
    </Notice>
  )
}

function missText(miss: Exclude<FillMiss, { readonly kind: 'other-frame' }>): string {
  switch (miss.kind) {
    case 'no-field':
      return t('fill_no_field')
    case 'overtaken':
      return t('fill_overtaken')
    case 'other-site':
      return t('fill_other_site', miss.host)
    case 'other-prompt':
      return t('fill_prompt_sent')
  }
}
