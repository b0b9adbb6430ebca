import { heardBy, single } from '../../plain.js'

export default single('', heardBy('input'))
