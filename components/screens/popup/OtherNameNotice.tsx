import { inSentence } from '@/components/account/in-sentence'
import { t } from '@/components/i18n'
import type { BoundHere } from '@/components/model/site-model'
import { Notice } from '@/components/ui/Notice'
import { isSomebodyElses } from '@/utils/vault/user-names'
import { useServices } from './services'
import { useUserName } from './use-user-name'

interface OtherNameNoticeProps {
  /** The only account of the page. */
  readonly bound: BoundHere
}

/** Why nothing is filled by itself where somebody else seems to log in, and what a fill does then. */
export function OtherNameNotice({ bound }: OtherNameNoticeProps) {
  const { model } = useServices()
  const userName = useUserName() ?? null
  if (userName === null || !isSomebodyElses(bound, userName, model.accounts.value)) return null
  return (
    <Notice>
      <span data-testid="other-name">{t('other_name_text', inSentence(userName))}</span>
    </Notice>
  )
}
