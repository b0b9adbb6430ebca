import type { Handlers } from '@/utils/messages/listen'
import { sleepAwake } from '@/utils/platform/awake'
import { onCommand, openPopup } from '@/utils/platform/extension'
import { onMenu } from '@/utils/platform/menus'
import { wordsOf } from '@/utils/platform/page-words'
import { hasOrigin } from '@/utils/platform/permissions'
import {
  askDocument,
  injectFill,
  injectParts,
  measureDocument,
  measureFrames,
} from '@/utils/platform/scripting'
import { isFrontTab, sendToDocument, watchTab } from '@/utils/platform/tabs'
import { registrableDomain } from '@/utils/sites/domain'
import { onKeySessionChange } from '@/utils/storage/key-session-store'
import { createLastingStore } from '@/utils/storage/lasting-store'
import { exclusively, whileBusy } from '@/utils/storage/locks'
import { createTypedNames } from '@/utils/storage/typed-names'
import { createBring } from './bring'
import { createEnrolments } from './enrol'
import { createArrivalFill, createTakeBack } from './fill'
import { type CommandPorts, fillByMenu, fillByShortcut } from './fill-command'
import { createFillHere } from './fill-here'
import { createFillsStore } from './fills-store'
import { createFollow } from './follow'
import { createLook } from './look'
import { mark, markFailed } from './marks'
import { userNameIn } from './pages'
import { createPointed } from './pointed'
import { forgetTab } from './prompts'
import { createRecoveryFill } from './recovery-fill'
import { createTyped } from './typed'
import { undisturbed } from './undisturbed'
import { createUserFill } from './user-fill'
import { vault, vaultForPages } from './vaults'

const fillCommand = 'fill'
const fillMenu = 'fill'

const now = () => Date.now()

const typedNames = createTypedNames(exclusively)

const fills = createFillsStore({
  vault: vaultForPages,
  store: createLastingStore(),
  exclusively,
  now,
})

const pages = {
  isFrontTab,
  hasOrigin,
  measureDocument,
  injectParts,
  typedNames,
  registrableDomain,
  now,
}

const documents = { measureDocument, measureFrames, askDocument, injectFill, sendToDocument }

const enrolments = createEnrolments({
  ...documents,
  vault: vaultForPages,
  wordsOf,
  taken: (tabId) => fills.amend((all) => forgetTab(all, tabId)).catch(() => undefined),
  registrableDomain,
  sleep: sleepAwake,
  undisturbed: whileBusy,
  now,
})

const userFill = createUserFill({
  ...pages,
  ...documents,
  vault,
  fills,
  sleep: sleepAwake,
  undisturbed: whileBusy,
  unmark: (tabId) => mark(tabId, null),
  enrolments,
})

/** Answers what pages and the popup ask about filling. */
export function answerFills(): Pick<
  Handlers,
  | 'fill.bring'
  | 'fill.request'
  | 'fill.unused'
  | 'fill.here'
  | 'fill.recovery'
  | 'fill.look'
  | 'user.typed'
  | 'user.look'
  | 'field.pointed'
> {
  return {
    'fill.bring': createBring({ ...pages, vault: vaultForPages }),
    'fill.request': undisturbed(
      createArrivalFill({
        ...pages,
        vault: vaultForPages,
        fills,
        wordsOf,
        mark,
        follow: createFollow({ fills, watchTab }),
        enrolments,
      }),
    ),
    'fill.unused': undisturbed(createTakeBack({ ...pages, fills, enrolments })),
    'fill.here': createFillHere(userFill),
    'fill.recovery': undisturbed(createRecoveryFill({ ...pages, ...documents, vault })),
    'fill.look': createLook({ ...pages, ...documents, vault: vaultForPages }),
    'user.typed': createTyped(pages),
    'user.look': ({ tabId, origin }) => userNameIn(tabId, origin, pages),
    'field.pointed': createPointed({ ...pages, vault: vaultForPages }),
  }
}

/** Fills on the shortcut and from the context menu, and forgets typed user names on locking. */
export function fillOnCommand(): void {
  const ports: CommandPorts = { fill: userFill, mark, markFailed, openPopup, isFrontTab }
  onCommand(fillCommand, (tabId) => {
    if (tabId !== null) void fillByShortcut(tabId, ports)
  })
  onMenu(fillMenu, (click) => void fillByMenu(click, { ...ports, ...documents, sleep: sleepAwake }))
  onKeySessionChange((session) => {
    if (session === null) void typedNames.clear()
  })
}
