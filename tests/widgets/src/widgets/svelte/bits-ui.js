import { mount } from 'svelte'
import BitsPinInput from '../../BitsPinInput.svelte'

export default (page) =>
  mount(BitsPinInput, { target: page.element, props: { onValueChange: page.show } })
