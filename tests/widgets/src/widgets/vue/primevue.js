import Aura from '@primeuix/themes/aura'
import PrimeVue from 'primevue/config'
import InputOtp from 'primevue/inputotp'
import { controlled, h } from '../../vue.js'

export default controlled(
  (modelValue, change) =>
    h(InputOtp, { modelValue, 'onUpdate:modelValue': change, length: 6, integerOnly: true }),
  PrimeVue,
  { theme: { preset: Aura } },
)
