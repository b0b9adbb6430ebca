import { MantineProvider, PinInput } from '@mantine/core'
import { controlled, h } from '../../react.js'
import '@mantine/core/styles.css'

export default controlled((value, onChange) =>
  h(
    MantineProvider,
    null,
    h(PinInput, { value, onChange, length: 6, type: 'number', oneTimeCode: true }),
  ),
)
