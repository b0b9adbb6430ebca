import { type ReadonlySignal, signal } from '@preact/signals'
import type { AccountFormValues, FormEdit } from '@/components/account/form-values'
import { createDraft, type DraftPorts } from '@/components/model/draft'

/** A found account that is edited before it is saved. */
export interface ReviewState {
  readonly name: 'review'
  readonly values: AccountFormValues
  /** The id of the saved account whose secret it takes the place of. */
  readonly replaces: string | null
  /** The origin of the set-up page that it came off; null for none where codes may go. */
  readonly origin: string | null
}

/** A saved account that is edited. */
export interface EditState extends FormEdit {
  readonly name: 'edit'
}

/** A screen of the unlocked popup, with all that is typed in it. */
export type Screen =
  | { readonly name: 'home' }
  | { readonly name: 'add'; readonly values: AccountFormValues; readonly pasted: string }
  | ReviewState
  | EditState

/** Which screen is on show. It outlives the popup, sealed, until it is saved or left. */
export interface PopupState {
  readonly screen: ReadonlySignal<Screen>
  /** Shows a screen, or what is now typed in it. */
  readonly show: (screen: Screen) => void
  /** Back to the accounts; what was typed is dropped. */
  readonly home: () => void
  /**
   * What is typed was sent to the background, and the popup may be gone before it is saved: nothing
   * to come back to.
   */
  readonly sent: () => void
  /** Home once it is saved; where it turns out that it was not, what is typed is kept again. */
  readonly handOver: (saved: Promise<boolean>) => Promise<void>
  /** The vault was locked: nothing typed stays here. Its sealed copy does. */
  readonly forget: () => void
  /** When the vault is open: the screen that was left when it was locked or the popup closed. */
  readonly restore: () => Promise<void>
}

/** The state of a popup whose drafts go through `ports`. */
export function createPopupState(ports: DraftPorts): PopupState {
  const current = signal<Screen>({ name: 'home' })
  let locks = 0
  const draft = createDraft<Screen>(ports, 'popup', async (value) => {
    const { parseScreen } = await import('./kept-screen')
    return parseScreen(value)
  })
  const home = (): void => {
    current.value = { name: 'home' }
    void draft.drop()
  }
  return {
    screen: current,
    show: (next) => {
      // A screen that was only opened is nothing to come back to.
      const typed = next.name !== 'home' && next.name === current.value.name
      current.value = next
      if (typed) draft.keep(next)
    },
    home,
    sent: () => void draft.drop(),
    handOver: async (saved) => {
      const handed = current.value.name
      if (await saved) return home()
      if (current.value.name === handed) draft.keep(current.value)
    },
    forget: () => {
      locks += 1
      current.value = { name: 'home' }
    },
    restore: async () => {
      const before = locks
      const left = await draft.load()
      if (left !== null && before === locks && current.value.name === 'home') current.value = left
    },
  }
}
