import { emptyForm } from '@/components/account/form-values'
import type { Screen } from './popup-state'

/** The adding screen with nothing typed. */
export const emptyAdd: Screen = { name: 'add', values: emptyForm, pasted: '' }
