import { MuiOtpInput } from 'mui-one-time-password-input'
import { controlled, h } from '../../react.js'

export default controlled((value, onChange) => h(MuiOtpInput, { value, onChange, length: 6 }))
