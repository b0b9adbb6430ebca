import { OTPField } from '@base-ui/react/otp-field'
import { controlled, h, six } from '../../react.js'

export default controlled((value, onValueChange) =>
  h(
    OTPField.Root,
    { value, onValueChange, length: 6, className: 'boxes' },
    six((index) => h(OTPField.Input, { key: index })),
  ),
)
