import { emptyForm } from '@/components/account/form-values'
import { isField } from '@/components/ui/is-field'
import { emptyAdd } from './empty-add'
import type { PopupServices } from './services'

/**
 * From now on a picture that is pasted is read for codes, and a set-up link goes to where links are
 * added: over the accounts, where there is no field for it. A field keeps what is pasted into it.
 * Returns how to stop.
 */
export function hearPaste({ site, state }: Pick<PopupServices, 'site' | 'state'>): () => void {
  const paste = (event: ClipboardEvent): void => {
    const screen = state.screen.value
    const isHome = screen.name === 'home'
    const [picture] = event.clipboardData?.files ?? []
    const text = event.clipboardData?.getData('text') ?? ''
    if (picture && (isHome || screen === emptyAdd)) {
      state.home()
      void site.scanPicture(picture)
    } else if (isHome && !isField(event.target) && /otpauth/i.test(text)) {
      state.show(emptyAdd)
      // As if it was typed there: it outlives the popup.
      state.show({ name: 'add', values: emptyForm, pasted: text })
    } else return
    event.preventDefault()
  }
  document.addEventListener('paste', paste)
  return () => document.removeEventListener('paste', paste)
}
