import { advancing } from '../../plain.js'

export default advancing('type="number"', 'input')
