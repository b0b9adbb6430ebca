import { t } from '@/components/i18n'
import { ScreenFrame } from '../shell/ScreenFrame'
import { AddByFile } from './AddByFile'
import { AddByHand } from './AddByHand'
import { AddByText } from './AddByText'

/** Accounts from elsewhere: links, pictures of QR codes, or typed by hand. */
export function AddScreen() {
  return (
    <ScreenFrame title={t('manage_add_title')} lead={t('manage_add_lead')}>
      <AddByFile />
      <AddByText />
      <AddByHand />
    </ScreenFrame>
  )
}
