import VerificationInput from 'react-verification-input'
import { controlled, h } from '../../react.js'

// Of a CommonJS package: the component is where its build puts it.
const Widget = VerificationInput.default ?? VerificationInput

export default controlled((value, onChange) =>
  h(Widget, { value, onChange, length: 6, validChars: '0-9' }),
)
