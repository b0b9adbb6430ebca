import { OTPInput } from 'vue-input-otp'
import { controlled, h } from '../../vue.js'

const slot = ({ char }, index) => h('div', { key: index, class: 'slot' }, char ?? '')

export default controlled((modelValue, change) =>
  h(
    OTPInput,
    { modelValue, 'onUpdate:modelValue': change, maxlength: 6 },
    { default: ({ slots }) => h('div', { class: 'boxes' }, slots.map(slot)) },
  ),
)
