import { ChakraProvider, defaultSystem, PinInput } from '@chakra-ui/react'
import { h, six, uncontrolled } from '../../react.js'

export default uncontrolled((show) =>
  h(
    ChakraProvider,
    { value: defaultSystem },
    h(
      PinInput.Root,
      { otp: true, onValueChange: ({ valueAsString }) => show(valueAsString) },
      h(PinInput.HiddenInput),
      h(
        PinInput.Control,
        null,
        six((index) => h(PinInput.Input, { key: index, index })),
      ),
    ),
  ),
)
