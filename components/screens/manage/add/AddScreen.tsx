import { t } from '@/components/i18n'
import { address } from '../route'
import { ScreenFrame } from '../shell/ScreenFrame'
import { AddByFile } from './AddByFile'
import { AddByFrame } from './AddByFrame'
import { AddByHand } from './AddByHand'
import { AddByText } from './AddByText'

/** The rest of the address when the popup has given this page a picture. */
const drawing = /^#\/add\/draw$/

/** Accounts from elsewhere: links, pictures of QR codes, or typed by hand. */
export function AddScreen() {
  const isDrawing = drawing.test(address.value)
  return (
    <ScreenFrame title={t('manage_add_title')} lead={t('manage_add_lead')}>
      {isDrawing ? (
        <AddByFrame />
      ) : (
        <>
          <AddByFile />
          <AddByText />
          <AddByHand />
        </>
      )}
    </ScreenFrame>
  )
}
