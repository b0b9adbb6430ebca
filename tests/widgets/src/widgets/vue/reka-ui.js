import { PinInputInput, PinInputRoot } from 'reka-ui'
import { controlled, h, six } from '../../vue.js'

export default controlled((modelValue, change) =>
  h(PinInputRoot, { modelValue, 'onUpdate:modelValue': change, otp: true, class: 'boxes' }, () =>
    six((index) => h(PinInputInput, { key: index, index })),
  ),
)
