import { render } from 'preact'
import { createClock, pageClockPorts } from '@/components/model/clock'
import { createCodeClock } from '@/components/model/code-clock'
import { createSiteModel } from '@/components/model/site-model'
import { PopupApp } from '@/components/screens/popup/PopupApp'
import { createPopupState } from '@/components/screens/popup/popup-state'
import { type PopupServices, ServicesProvider } from '@/components/screens/popup/services'
import '@/components/ui/base.css'
import './popup.css'
import { sendRequest } from '@/utils/messages/send'
import { activeTab } from '@/utils/platform/active-tab'
import { hasBadge, isMarked } from '@/utils/platform/badge'
import { captureVisibleTab } from '@/utils/platform/capture'
import { hasOrigin, requestOrigin } from '@/utils/platform/permissions'
import { createPageModel } from '../pages/page-model'
import { refusedText } from '../pages/refused-text'

const { ports, vault, model, actions, drafts, unsaved, copy, now, newId } = createPageModel({
  // The first code must not wait, and what it found is told on the manage page.
  inspects: false,
})
const close = () => window.close()

async function scan(): Promise<readonly string[]> {
  const [picture, { decodeImage }] = await Promise.all([
    captureVisibleTab(),
    import('@/utils/platform/scan/decode-image'),
  ])
  return await decodeImage(picture)
}

const site = createSiteModel({
  model,
  activeTab,
  scan,
  loadReader: async () => (await import('@/components/model/found')).readFound,
  hasOrigin,
  waitsForCode: hasBadge,
  wasRefused: (tabId) => isMarked(tabId, refusedText),
  loadRegistrableDomain: async () => (await import('@/utils/sites/domain')).registrableDomain,
})

const services: PopupServices = {
  vault,
  model,
  site,
  actions,
  state: createPopupState({ vault, store: drafts, now }),
  clock: createCodeClock(createClock(pageClockPorts), model),
  copy,
  takeCounter: actions.takeCounter,
  now,
  newId,
  save: async (draft) => {
    await sendRequest({ type: 'account.save', draft })
  },
  unsaved,
  requestOrigin,
  fillHere: (tabId, accountId, when) => sendRequest({ type: 'fill.here', tabId, accountId, when }),
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
