import { OTPInput } from 'input-otp'
import { controlled, h, slot } from '../../react.js'

export default controlled((value, onChange) =>
  h(OTPInput, {
    maxLength: 6,
    value,
    onChange,
    render: ({ slots }) => h('div', { className: 'boxes' }, slots.map(slot)),
  }),
)
