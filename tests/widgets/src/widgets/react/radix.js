import { HiddenInput, Input, Root } from '@radix-ui/react-one-time-password-field'
import { controlled, h, six } from '../../react.js'

export default controlled((value, onValueChange) =>
  h(
    Root,
    { value, onValueChange, className: 'boxes' },
    six((index) => h(Input, { key: index })),
    h(HiddenInput),
  ),
)
