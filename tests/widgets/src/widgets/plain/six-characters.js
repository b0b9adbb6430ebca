import { heardBy, single } from '../../plain.js'

export default single('maxlength="6" pattern="[0-9]{6}" inputmode="numeric"', heardBy('input'))
