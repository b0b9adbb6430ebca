import browser from 'webextension-polyfill'
import { defineBackground } from 'wxt/utils/define-background'
import { listen } from '@/utils/messages/listen'
import { clearAlarm, onAlarm, repeatAlarm, setAlarm } from '@/utils/platform/alarms'
import { sleep } from '@/utils/platform/awake'
import { createClearer } from '@/utils/platform/clipboard/clearer'
import {
  onCommand,
  onPageClosing,
  onUpdateWaiting,
  openPages,
  reloadExtension,
} from '@/utils/platform/extension'
import { grantedPatterns, onGrantsAdded, onGrantsRemoved } from '@/utils/platform/grants'
import { onScreenLocked } from '@/utils/platform/idle'
import { showMenus } from '@/utils/platform/menus'
import {
  injectWatch,
  registeredFills,
  registerFill,
  unregisterFill,
} from '@/utils/platform/scripting'
import { tabsOf } from '@/utils/platform/tabs'
import { createClipboardDue, createLastCopy } from '@/utils/storage/clipboard-due'
import { createHeldKeyMark, onKeySessionChange } from '@/utils/storage/key-session-store'
import { exclusively, whenIdle } from '@/utils/storage/locks'
import { keepOutOfReach } from '@/utils/storage/out-of-reach'
import { createRunMark } from '@/utils/storage/run-mark'
import { onUnsavedChange } from '@/utils/storage/unsaved-store'
import type { AutomaticBackup } from './automatic-backup'
import { followSaves } from './backups'
import { begin } from './begin'
import { type ClipboardWatch, watchClipboard } from './clipboard'
import { answerFills, fillOnCommand } from './filling'
import { type HardLockPorts, hardLock, pageClosed, updateCame } from './hard-lock'
import { keepLocked } from './lock'
import { askFrontPages, markUnsaved, startAfresh } from './marks'
import { menuEntries } from './menus'
import { createSave } from './save'
import { scanOnCommand } from './scanning'
import { checkAtStart } from './self-check'
import { type SitesPorts, syncSites, welcomeAllSites, welcomeSites } from './sites'
import { undisturbed } from './undisturbed'
import { session, unsaved, vault } from './vaults'

const lockAlarm = 'lock'
const hardLockAlarm = 'hard-lock'
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

function answerMessages(clipboard: ClipboardWatch, backup: AutomaticBackup): void {
  listen({
    ...answerFills(),
    'account.save': undisturbed(
      createSave({
        vault,
        now,
        lookAgain: askFrontPages,
        unsaved,
      }),
    ),
    'clipboard.copied': undisturbed(async ({ seconds, atMs }) => {
      await clipboard.copied(seconds, atMs)
      return null
    }),
    'clipboard.cleared': async ({ dueMs }) => {
      await clipboard.cleared(dueMs)
      return null
    },
    'backup.automatic': async ({ on }) => {
      await (on ? backup.turnOn() : backup.turnOff())
      return null
    },
  })
}

function followGrants(): void {
  onGrantsAdded((patterns) => void welcomeSites(patterns, sites))
  onGrantsRemoved(() => void syncSites(sites))
  // Heard so that the browser starts us; what there is to do is done at every start.
  browser.runtime.onInstalled.addListener(() => undefined)
  browser.runtime.onStartup.addListener(() => undefined)
}

async function lockOnTime(clipboard: ClipboardWatch): Promise<void> {
  const hard: HardLockPorts = {
    vault,
    now,
    heldKey: createHeldKeyMark(),
    updateWaits: createRunMark('updateWaits'),
    openPages,
    beforeReload: clipboard.clearNow,
    whenIdle,
    reload: reloadExtension,
    keepLooking: () => repeatAlarm(hardLockAlarm, 0.5),
    stopLooking: () => clearAlarm(hardLockAlarm),
    sleep,
  }
  onAlarm(hardLockAlarm, () => void hardLock(hard))
  onPageClosing(() => void pageClosed(hard))
  onUpdateWaiting(() => void updateCame(hard))
  onCommand('lock', () => void vault.lock())
  await keepLocked({
    vault,
    now,
    readSession: session.read,
    onSessionChange: onKeySessionChange,
    setAlarm: (atMs) => setAlarm(lockAlarm, atMs),
    clearAlarm: () => clearAlarm(lockAlarm),
    onAlarm: (listener) => onAlarm(lockAlarm, listener),
    onScreenLocked,
    onTurn: async () => {
      // After a reload everything starts afresh by itself.
      if (!(await hardLock(hard))) await startAfresh()
    },
  })
  await hardLock(hard)
}

function emptyClipboardOnTime(): ClipboardWatch {
  const clipboard = watchClipboard({
    clearer: createClearer(),
    due: createClipboardDue(),
    lastCopy: createLastCopy(),
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

function lookAfterVault(): void {
  checkAtStart({
    vault,
    now,
    onStart: (listener) => {
      browser.runtime.onInstalled.addListener(listener)
      browser.runtime.onStartup.addListener(listener)
    },
  })
}

/**
 * The background starts for an event and is stopped when there is none: everything is heard from
 * the first turn on, and nothing is remembered here.
 */
export default defineBackground({
  main() {
    void keepOutOfReach()
    const clipboard = emptyClipboardOnTime()
    answerMessages(clipboard, followSaves())
    fillOnCommand()
    scanOnCommand()
    void showMenus(menuEntries())
    followGrants()
    void lockOnTime(clipboard)
    lookAfterVault()
    onUnsavedChange((unsaved) => void markUnsaved(unsaved !== null))
    void begin({
      begun: createRunMark('begun'),
      restoreUnsaved: unsaved.restore,
      welcomeAllSites: () => welcomeAllSites(sites),
      syncSites: () => syncSites(sites),
    })
  },
})
