import ReactOtpInput from 'react-otp-input'
import { controlled, h } from '../../react.js'

export default controlled((value, onChange) =>
  h(ReactOtpInput, {
    value,
    onChange,
    numInputs: 6,
    containerStyle: 'boxes',
    renderInput: (props) => h('input', { ...props, style: {} }),
  }),
)
