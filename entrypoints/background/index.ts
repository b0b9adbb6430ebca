import browser from 'webextension-polyfill'
import { defineBackground } from 'wxt/utils/define-background'
import { listen } from '@/utils/messages/listen'
import { clearAlarm, onAlarm, setAlarm } from '@/utils/platform/alarms'
import { createClearer } from '@/utils/platform/clipboard/clearer'
import { onScreenLocked } from '@/utils/platform/idle'
import {
  grantedPatterns,
  hasOrigin,
  onGrantsAdded,
  onGrantsRemoved,
} from '@/utils/platform/permissions'
import {
  injectFill,
  injectWatch,
  measureDocument,
  registeredFills,
  registerFill,
  unregisterFill,
} from '@/utils/platform/scripting'
import { isFrontTab, sendToDocument, tabsOf } from '@/utils/platform/tabs'
import { registrableDomain } from '@/utils/sites/domain'
import { createClipboardDue } from '@/utils/storage/clipboard-due'
import { onKeySessionChange } from '@/utils/storage/key-session-store'
import { exclusively } from '@/utils/storage/locks'
import { createUnsavedStore, onUnsavedChange } from '@/utils/storage/unsaved-store'
import { type ClipboardWatch, watchClipboard } from './clipboard'
import { createArrivalFill } from './fill'
import { createFillHere } from './fill-here'
import { keepLocked } from './lock'
import { askFrontPages, mark, markUnsaved, startAfresh } from './marks'
import { createSave } from './save'
import { type SitesPorts, syncSites, welcomeSites } from './sites'
import { session, vault, vaultForPages } from './vaults'

const lockAlarm = 'lock'
const clipboardAlarm = 'clipboard'

const now = () => Date.now()

const sites: SitesPorts = {
  grantedPatterns,
  registeredFills,
  registerFill,
  unregisterFill,
  tabsOf,
  injectWatch,
  exclusively,
}

function answerMessages(clipboard: ClipboardWatch): void {
  listen({
    'fill.request': createArrivalFill({
      vault: vaultForPages,
      now,
      registrableDomain,
      isFrontTab,
      hasOrigin,
      mark,
    }),
    'fill.here': createFillHere({
      vault,
      now,
      registrableDomain,
      measureDocument,
      injectFill,
      sendToDocument,
      unmark: (tabId) => mark(tabId, null),
    }),
    'account.save': createSave({
      vault,
      now,
      lookAgain: askFrontPages,
      unsaved: createUnsavedStore(),
    }),
    'clipboard.copied': async ({ seconds }) => {
      await clipboard.copied(seconds)
      return null
    },
    'clipboard.cleared': async ({ dueMs }) => {
      await clipboard.cleared(dueMs)
      return null
    },
  })
}

function followGrants(): void {
  onGrantsAdded((patterns) => void welcomeSites(patterns, sites))
  onGrantsRemoved(() => void syncSites(sites))
  browser.runtime.onInstalled.addListener(() => void syncSites(sites))
  browser.runtime.onStartup.addListener(() => void syncSites(sites))
  void syncSites(sites)
}

function lockOnTime(): void {
  void keepLocked({
    vault,
    now,
    readSession: session.read,
    onSessionChange: onKeySessionChange,
    setAlarm: (atMs) => setAlarm(lockAlarm, atMs),
    clearAlarm: () => clearAlarm(lockAlarm),
    onAlarm: (listener) => onAlarm(lockAlarm, listener),
    onScreenLocked,
    onTurn: startAfresh,
  })
}

function emptyClipboardOnTime(): ClipboardWatch {
  const clipboard = watchClipboard({
    clearer: createClearer(),
    due: createClipboardDue(),
    now,
    setAlarm: (atMs) => setAlarm(clipboardAlarm, atMs),
    clearAlarm: () => clearAlarm(clipboardAlarm),
    onAlarm: (listener) => onAlarm(clipboardAlarm, listener),
    exclusively,
  })
  onKeySessionChange((session) => {
    if (session === null) void clipboard.clearNow()
  })
  return clipboard
}

/**
 * The background starts for an event and is stopped when there is none: everything is heard from
 * the first turn on, and nothing is remembered here.
 */
export default defineBackground({
  main() {
    answerMessages(emptyClipboardOnTime())
    followGrants()
    lockOnTime()
    onUnsavedChange((unsaved) => void markUnsaved(unsaved !== null))
  },
})
