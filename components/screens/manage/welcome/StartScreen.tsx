import { t } from '@/components/i18n'
import { ScreenFrame } from '../shell/ScreenFrame'
import { FirstSteps } from './FirstSteps'

/** The first steps, to be read again. */
export function StartScreen() {
  return (
    <ScreenFrame title={t('manage_first_title')} lead={t('manage_start_lead')}>
      <FirstSteps />
    </ScreenFrame>
  )
}
