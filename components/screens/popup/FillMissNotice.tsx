import { hostInSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import type { Account } from '@/utils/vault/document'
import { isSaid } from './lead'
import { RecoveryAsk } from './recovery/RecoveryAsk'
import type { Filling, FillMiss } from './use-fill'

interface FillMissNoticeProps {
  readonly account: Account
  readonly miss: FillMiss
  /** Where its codes belong. */
  readonly host: string
  readonly filling: Pick<Filling, 'busy' | 'confirm'>
}

/** Why nothing was filled, and what to do. */
export function FillMissNotice({ account, miss, host, filling }: FillMissNoticeProps) {
  if (miss.kind === 'other-prompt' && isSaid(miss.prompt)) {
    return <Notice tone="warning">{t('fill_not_this')}</Notice>
  }
  if (miss.kind === 'other-prompt' && miss.prompt === 'recovery') {
    return <RecoveryAsk accounts={[account]} below />
  }
  if (miss.kind !== 'other-frame') return <Notice tone="warning">{missText(miss, host)}</Notice>
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

function missText(miss: Exclude<FillMiss, { readonly kind: 'other-frame' }>, host: string): string {
  switch (miss.kind) {
    case 'no-field':
      return t('fill_no_field', hostInSentence(host))
    case 'overtaken':
      return t('fill_overtaken')
    case 'other-site':
      return t('fill_other_site', hostInSentence(miss.host))
    case 'other-prompt':
      return t('fill_prompt_sent')
  }
}
