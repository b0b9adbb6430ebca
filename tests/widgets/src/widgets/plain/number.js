import { heardBy, single } from '../../plain.js'

export default single('type="number"', heardBy('input'))
