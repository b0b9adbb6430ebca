import { Input } from 'antd'
import { h, uncontrolled } from '../../react.js'

export default uncontrolled((onChange) => h(Input.OTP, { length: 6, onChange }))
