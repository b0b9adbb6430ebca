import { t } from '@/components/i18n'
import { drawRoute } from '@/utils/platform/manage-routes'
import { address } from '../route'
import { ScreenFrame } from '../shell/ScreenFrame'
import { AddByCamera } from './AddByCamera'
import { AddByFile } from './AddByFile'
import { AddByFrame } from './AddByFrame'
import { AddByHand } from './AddByHand'
import { AddByText } from './AddByText'

/** Accounts from elsewhere: links, pictures of QR codes, or typed by hand. */
export function AddScreen() {
  // The popup has given this page a picture.
  const isDrawing = address.value === `#/${drawRoute}`
  return (
    <ScreenFrame title={t('manage_add_title')} lead={!isDrawing && t('manage_add_lead')}>
      {isDrawing ? (
        <AddByFrame />
      ) : (
        <>
          <AddByFile />
          <AddByCamera />
          <AddByText />
          <AddByHand />
        </>
      )}
    </ScreenFrame>
  )
}
