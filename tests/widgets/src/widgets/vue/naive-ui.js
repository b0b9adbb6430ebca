import { NInputOtp } from 'naive-ui'
import { controlled, h } from '../../vue.js'

export default controlled((value, onUpdateValue) => h(NInputOtp, { value, onUpdateValue }))
