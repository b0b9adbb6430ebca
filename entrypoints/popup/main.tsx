import { render } from 'preact'
import { createClock, pageClockPorts } from '@/components/model/clock'
import { createCodeClock } from '@/components/model/code-clock'
import type { PageReading } from '@/components/model/found'
import { createSiteModel, type Tell } from '@/components/model/site-model'
import { FoundSection } from '@/components/screens/popup/HomeScreen'
import { PopupApp } from '@/components/screens/popup/PopupApp'
import { createPopupState } from '@/components/screens/popup/popup-state'
import { type PopupServices, ServicesProvider } from '@/components/screens/popup/services'
import '@/components/ui/base.css'
import './popup.css'
import { sendErrand, sendRequest } from '@/utils/messages/send'
import { type ActiveTab, activeTab } from '@/utils/platform/active-tab'
import { captureVisibleTab } from '@/utils/platform/capture'
import { ownBadge } from '@/utils/platform/own-badge'
import { hasOrigin, requestOrigins } from '@/utils/platform/permissions'
import { type ReadingAhead, readAhead } from '@/utils/platform/scan/qr-worker'
import { squaresInTab } from '@/utils/platform/scan/squares-in-tab'
import { refusedText, waitingText } from '../pages/badge-texts'
import { createPageModel } from '../pages/page-model'

const { ports, vault, model, actions, drafts, unsaved, copy, now, newId } = createPageModel({
  // The first code must not wait, and what it found is told on the manage page.
  inspects: false,
})
const close = () => window.close()

/** What was in view at the last scan. */
let captured: Promise<Blob> | null = null

async function drawFrame(): Promise<void> {
  const { handPicture } = await import('@/utils/platform/handed-picture')
  const { page } = site
  if (captured && (await handPicture(await captured, page.value))) close()
}

function capture(): Promise<Blob> {
  captured = captureVisibleTab()
  // Who reads it is fetched meanwhile, and is told of a failure then.
  captured.catch(() => undefined)
  return captured
}

async function scan(tell: Tell): Promise<PageReading> {
  const picture = capture()
  const looked = activeTab().catch(() => null)
  const ahead = looked.then((tab) => expectCode(tab, picture, tell))
  try {
    const [{ readTab }, tab] = await Promise.all([import('../pages/read-page'), looked])
    return await readTab({ capture: picture, again: capture, tab, ahead, tell })
  } finally {
    void ahead.then((started) => started?.worker.terminate())
  }
}

/** Where there seems to be a code, what reads and shows it is there by the time the picture is. */
async function expectCode(
  tab: ActiveTab | null,
  picture: Promise<Blob>,
  tell: Tell,
): Promise<ReadingAhead | null> {
  const squares = tab === null ? [] : await squaresInTab(tab.tabId)
  if (squares.length === 0) {
    tell(null)
    return null
  }
  // With what reads payloads, which lies in the same file. What fails is told where it is shown.
  FoundSection.fetch().catch(() => undefined)
  return readAhead(picture, squares)
}

const siteFacts = async () => (await import('../pages/site-facts')).siteFacts()

const site = createSiteModel({
  model,
  activeTab,
  scan,
  readPicture: async (picture) => (await import('../pages/read-page')).readPicture(picture),
  loadReader: async () => (await import('@/components/model/found')).readFound,
  hasOrigin,
  waitsForCode: async (tabId) => {
    const mark = await ownBadge(tabId)
    return mark !== null && mark !== waitingText
  },
  wasRefused: async (tabId) => (await ownBadge(tabId)) === refusedText,
  loadNearby: async () => {
    const [facts, { nearbyOf }] = await Promise.all([
      siteFacts(),
      import('@/components/model/nearby'),
    ])
    return (page, accounts) => nearbyOf(page, accounts, facts)
  },
  loadRegistrableDomain: async () => (await import('@/utils/sites/domain')).registrableDomain,
})

const services: PopupServices = {
  vault,
  model,
  site,
  siteFacts,
  actions,
  state: createPopupState({ vault, store: drafts, now }),
  drafts,
  clock: createCodeClock(createClock(pageClockPorts), model),
  copy,
  takeCounter: actions.takeCounter,
  now,
  newId,
  backupNotes: async () =>
    (await import('@/utils/storage/backup-notes')).createBackupNotes().read(),
  save: async (draft) => {
    await sendErrand({ type: 'account.save', draft })
  },
  unsaved,
  requestOrigins,
  fillHere: (tabId, accountId, when, frameConfirmed) =>
    sendRequest({ type: 'fill.here', tabId, accountId, when, frameConfirmed }),
  look: (tabId, asked) => sendRequest({ type: 'fill.look', tabId, asked }),
  userName: (tabId, origin) => sendRequest({ type: 'user.look', tabId, origin }),
  recovery: async () => (await import('./recovery')).recovery,
  hasPasskey: async () => {
    const { passkeyQuestions } = await import('@/utils/vault/seldom')
    return (await passkeyQuestions(ports)).length > 0
  },
  openPasskey: () =>
    void import('@/utils/platform/errand-tab')
      .then(({ openErrandTab }) => openErrandTab())
      .finally(close),
  openManage: (route) =>
    void import('@/utils/platform/open-manage')
      .then(({ openManage }) => openManage(route))
      .finally(close),
  drawFrame: () => void drawFrame(),
  close,
}

void model.open()
void site.open()
const root = document.getElementById('app')
if (root !== null) {
  render(
    <ServicesProvider value={services}>
      <PopupApp />
    </ServicesProvider>,
    root,
  )
}
