import { InputMask } from '@react-input/mask'
import { h, uncontrolled } from '../../react.js'

/** Looks at where the cursor was to know what was typed. */
export default uncontrolled((show) =>
  h(
    'label',
    null,
    'Code ',
    h(InputMask, {
      name: 'otp',
      mask: '___ ___',
      replacement: { _: /\d/ },
      showMask: true,
      onChange: ({ target }) => show(target.value.replace(/\D/g, '')),
    }),
  ),
)
