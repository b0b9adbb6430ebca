import { Input } from 'antd'
import { h, uncontrolled } from '../../react.js'

/** Shows a star for every digit. */
export default uncontrolled((onChange) => h(Input.OTP, { length: 6, mask: '*', onChange }))
