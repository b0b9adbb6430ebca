import { advancing } from '../../plain.js'

export default advancing('inputmode="numeric"', 'keyup')
