import OtpInput from 'vue3-otp-input'
import { controlled, h } from '../../vue.js'

export default controlled((value = '', onOnChange) =>
  h(OtpInput, {
    value,
    onOnChange,
    numInputs: 6,
    inputType: 'letter-numeric',
    shouldAutoFocus: true,
    inputClasses: 'slot',
  }),
)
