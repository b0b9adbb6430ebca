import { render } from 'preact'
import browser from 'webextension-polyfill'
import { createClock, pageClockPorts } from '@/components/model/clock'
import { createCodeClock } from '@/components/model/code-clock'
import { ManageApp } from '@/components/screens/manage/ManageApp'
import { followAddress } from '@/components/screens/manage/route'
import { type ManageServices, ServicesProvider } from '@/components/screens/manage/services'
import '@/components/ui/base.css'
import { sendRequest } from '@/utils/messages/send'
import { openCamera } from '@/utils/platform/camera'
import { forgoDownloads, requestDownloads } from '@/utils/platform/downloads'
import { errandTab } from '@/utils/platform/errand-tab'
import { shortcuts } from '@/utils/platform/extension'
import { grantedOrigins, onGrantsAdded, onGrantsRemoved } from '@/utils/platform/grants'
import { takeHandedPicture } from '@/utils/platform/handed-picture'
import { readBackup } from '@/utils/platform/import/read-backup'
import { deriveKek } from '@/utils/platform/kdf/derive-kek'
import { deriveScrypt } from '@/utils/platform/kdf/derive-scrypt'
import { askPasskey, enrolPasskey, passkeySupport } from '@/utils/platform/passkey'
import { removeOrigin, requestOrigins } from '@/utils/platform/permissions'
import { decodePayloads } from '@/utils/platform/scan/decode-image'
import { productName } from '@/utils/product'
import { createBackupNotes } from '@/utils/storage/backup-notes'
import { createPasskeys } from '@/utils/vault/passkeys'
import { decodeVaultHeader } from '@/utils/vault/vault-header'
import { createPageModel } from '../pages/page-model'

const { ports, vault, model, actions, drafts, copy, now, newId } = createPageModel({
  inspects: true,
})

const services: ManageServices = {
  vault,
  model,
  actions,
  drafts,
  deriveKek,
  now,
  newId,
  clock: createCodeClock(createClock(pageClockPorts), model),
  copy,
  // A photo has many more pixels than a page.
  decodeImage: (picture) => decodePayloads(picture, { timeoutMs: 10_000 }),
  camera: openCamera,
  handed: {
    take: takeHandedPicture,
    read: (image, frame) => decodePayloads(image, { frame, timeoutMs: 10_000 }),
  },
  readBackup,
  siteFacts: async () => (await import('../pages/site-facts')).siteFacts(),
  sites: {
    list: grantedOrigins,
    request: requestOrigins,
    revoke: removeOrigin,
    watch: (change) => {
      const stops = [onGrantsAdded(change), onGrantsRemoved(change)]
      return () => {
        for (const stop of stops) stop()
      }
    },
  },
  shortcuts,
  passkeys: {
    ...createPasskeys(ports),
    support: passkeySupport,
    enrol: (known) => enrolPasskey(productName, known),
    ask: askPasskey,
    errand: errandTab(),
  },
  backups: {
    notes: createBackupNotes(),
    vaultId: async () => {
      const newest = await ports.store.newest()
      return newest && decodeVaultHeader(newest.protected).vaultId
    },
    request: requestDownloads,
    forgo: forgoDownloads,
    turn: async (on) => void (await sendRequest({ type: 'backup.automatic', on })),
    deriveScrypt,
    newBatchId: () => 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % (2 ** 31 - 1)),
    print: () => window.print(),
  },
  version: browser.runtime.getManifest().version,
  userAgent: navigator.userAgent,
}

followAddress()
void model.open()
const root = document.getElementById('app')
if (root !== null) {
  render(
    <ServicesProvider value={services}>
      <ManageApp />
    </ServicesProvider>,
    root,
  )
}
