import AuthCode from 'react-auth-code-input'
import { h, uncontrolled } from '../../react.js'

export default uncontrolled((onChange) =>
  h(AuthCode, { onChange, length: 6, allowedCharacters: 'numeric', containerClassName: 'boxes' }),
)
