// Every screen, as `npm run screens` pictures it: light and dark, from the shipped build.
import type { App, Page } from '@/tests/driver/types'
import { type DemoSite, mine, until } from './stage'

/** Where the pictures are taken. */
export interface Studio {
  readonly app: App
  readonly site: DemoSite
  /** Takes a picture of a page under a name. */
  readonly picture: (name: string, page: Page) => Promise<void>
}

const masterPassword = 'quiet lantern orbit velvet'
const backupPassword = 'harvest-puzzle-marble-ocean'

const samples = [
  'otpauth://totp/GitHub:ada@example.org?secret=JBSWY3DPEHPK3PXP&issuer=GitHub',
  'otpauth://totp/Fastmail:ada@example.org?secret=KRSXG5CTMVRXEZLU&issuer=Fastmail',
  'otpauth://totp/Hetzner:K0123456789?secret=MFRGGZDFMZTWQ2LK&issuer=Hetzner&digits=8',
  'otpauth://totp/GitLab:ada?secret=NBSWY3DPO5XXE3DE&issuer=GitLab&algorithm=SHA256&period=60',
  'otpauth://hotp/Old%20bank:40217?secret=GEZDGNBVGY3TQOJQ&issuer=Old%20bank&counter=7',
  'otpauth://totp/Proton:ada%40proton.example?secret=ORSXG5BAON2HE2LO&issuer=Proton',
].join('\n')

const fresh = [
  'otpauth://totp/Mastodon:ada@example.social?secret=MJSXEZLOMRUXK3LP&issuer=Mastodon',
  'otpauth://totp/PyPI:ada?secret=OB4XI2DPNYWXEZLQ&issuer=PyPI',
]
const broken = 'otpauth://totp/Broken?secret=JBSW0&issuer=Broken'

const paint = () => new Promise((resolve) => setTimeout(resolve, 400))

async function firstRun({ app, site, picture }: Studio): Promise<void> {
  const page = await app.openTab(site.url)
  const popup = await app.openPopup(page)
  await popup.waitFor(mine('open-welcome'))
  await picture('popup-welcome', popup)
  await popup.close()
  const manage = await app.openManage()
  await manage.waitFor(mine('new-password'))
  await picture('manage-welcome', manage)
  await app.createVault(masterPassword)
  const started = await app.openManage('#/accounts')
  await started.waitForText('Keep the coin in view')
  await paint()
  await picture('manage-first-steps', started)
}

async function enrol({ app, site, picture }: Studio): Promise<Page> {
  const page = await app.openTab(`${site.url}/login`)
  await page.fill('#user', site.user)
  await page.fill('#password', site.password)
  await page.click('#log-in')
  await page.waitFor('#set-up')
  await empty({ app, site, picture }, page)
  await page.goto(`${site.url}/setup/web-link`)
  await popupOver(app, page, 'found-link', picture, mine('link-text'))
  await page.goto(`${site.url}/setup`)
  const popup = await app.openPopup(page)
  await popup.waitFor(mine('found-account'))
  await paint()
  await picture('popup-found', popup)
  await popup.click(mine('save-account'))
  await popup.waitFor(mine('fill-code'))
  await paint()
  await picture('popup-saved', popup)
  await popup.click(mine('fill-code'))
  await until('the code is filled', async () => /^\d{6}$/.test(await page.value('#code')))
  await picture('page-filled', page)
  await popup.close()
  return page
}

async function empty({ app, picture }: Studio, page: Page): Promise<void> {
  await popupOver(app, page, 'empty', picture, mine('scan-again'))
}

async function popupOver(
  app: App,
  page: Page,
  name: string,
  picture: Studio['picture'],
  shows: string,
): Promise<void> {
  const popup = await app.openPopup(page)
  await popup.waitFor(shows)
  await paint()
  await picture(`popup-${name}`, popup)
  await popup.close()
}

async function popupScreens({ app, picture }: Studio, page: Page): Promise<void> {
  await page.bringToFront()
  await popupOver(app, page, 'codes', picture, mine('account-row'))
  const add = await app.openPopup(page)
  await add.click(mine('add-account'))
  await add.waitFor(mine('field-secret'))
  await paint()
  await picture('popup-add', add)
  await add.close()
  await app.lock()
  await page.bringToFront()
  const locked = await app.openPopup(page)
  await locked.fill(mine('master-password'), 'not the password')
  await locked.click(mine('unlock'))
  await locked.waitFor(mine('error'))
  await picture('popup-locked', locked)
  await locked.close()
}

async function manageScreens({ app, picture }: Studio): Promise<void> {
  const locked = await app.openManage('#/accounts')
  await locked.waitFor(mine('master-password'))
  await picture('manage-locked', locked)
  await app.unlock(masterPassword)
  for (const [name, shows] of [
    ['accounts', 'account-row'],
    ['add', 'paste-text'],
    ['backup', 'export-backup'],
    ['sites', 'site-row'],
    ['settings', 'lock-after'],
  ] as const) {
    const manage = await app.openManage(`#/${name}`)
    await manage.waitFor(mine(shows))
    await paint()
    await picture(`manage-${name}`, manage)
  }
}

async function reviewAndBackup({ app, picture }: Studio): Promise<void> {
  const add = await app.openManage('#/add')
  await add.fill(mine('paste-text'), [...fresh, samples, broken].join('\n'))
  await add.click(mine('paste-review'))
  await add.waitFor(mine('save-all'))
  await paint()
  await picture('manage-review', add)
  const backup = await app.openManage('#/backup')
  await backup.fill(mine('backup-password'), backupPassword)
  await backup.fill(mine('backup-password-repeat'), backupPassword)
  const file = await app.download(async () => {
    await backup.click(mine('export-backup'))
    await backup.waitFor(mine('export-done'), { timeoutMs: 30_000 })
  })
  await picture('manage-exported', backup)
  await backup.setFiles(mine('restore-file'), [file])
  await backup.fill(mine('restore-password'), backupPassword)
  await backup.click(mine('restore-open'))
  await backup.waitFor(mine('restore-preview'), { timeoutMs: 30_000 })
  await backup.evaluate(() =>
    document.querySelector('[data-testid=restore-preview]')?.scrollIntoView(),
  )
  await paint()
  await picture('manage-restore', backup)
}

/** Walks through every screen and takes its picture. */
export async function pictureScreens(studio: Studio): Promise<void> {
  await firstRun(studio)
  const page = await enrol(studio)
  await studio.app.importText(samples)
  await popupScreens(studio, page)
  await manageScreens(studio)
  await reviewAndBackup(studio)
}
