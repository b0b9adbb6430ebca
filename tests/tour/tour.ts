// The main job from a newcomer's first click to a restored backup. `npm start` walks it where
// there is no display; the end-to-end tests run every step in each browser.
import { mine, nextStepMs, type Stage, type Step, siteTab, stepSeconds, until } from './stage'

const backupPassword = 'harvest-puzzle-marble-ocean'

async function logIn({ site, ...stage }: Stage): Promise<void> {
  const page = stage.page
  await page?.goto(`${site.url}/login`)
  await page?.fill('#user', site.user)
  await page?.fill('#password', site.password)
  await page?.click('#log-in')
}

async function filledCode(stage: Stage): Promise<void> {
  const page = siteTab(stage)
  await page.waitFor('#code')
  const stands = async () => /^\d{6}$/.test(await page.value('#code'))
  await until('the code stands in the field', stands, nextStepMs)
}

const createVault: Step = {
  title: 'creates a vault with a master password',
  run: async (stage) => {
    await stage.app.createVault(stage.masterPassword)
    const manage = await stage.app.openManage('#/accounts')
    await manage.waitFor(mine('account-list'))
    await stage.picture('vault', manage)
  },
}

const openSetup: Step = {
  title: 'logs in to the demo site and opens its two-factor set-up page',
  run: async (stage) => {
    stage.page = await stage.app.openTab(`${stage.site.url}/login`)
    await logIn(stage)
    await stage.page.click('#set-up')
    await stage.page.waitFor('#qr')
    await stage.picture('set-up', stage.page)
  },
}

const findAndSave: Step = {
  title: 'sees the account found on the page, saves it and allows the site in one step',
  run: async (stage) => {
    const popup = await stage.app.openPopup(siteTab(stage))
    const card = mine('found-account')
    await popup.waitFor(`${card} ${mine('code')}`)
    await until('the issuer is named', async () =>
      (await popup.text(`${card} ${mine('issuer')}`)).includes('Larkfield Library'),
    )
    await until('the account is named', async () =>
      (await popup.text(`${card} ${mine('label')}`)).includes(stage.site.user),
    )
    await until('the code is shown', async () =>
      /^\d{3}\s?\d{3}$/.test(await popup.text(`${card} ${mine('code')}`)),
    )
    await stage.picture('found', popup)
    await stage.app.grantSite(stage.site.url, () => popup.click(mine('save-account')))
    await until('the account is saved', async () => (await stage.app.accounts()).length === 1)
  },
}

const verify: Step = {
  title: 'fills the verification box with one click, and the site accepts it',
  run: async (stage) => {
    const page = siteTab(stage)
    await page.bringToFront()
    const popup = await stage.app.openPopup(page)
    await popup.click(mine('fill-code'))
    await filledCode(stage)
    await stage.picture('verified', page)
    await page.click('#confirm')
    await page.waitFor('#recovery-codes')
    await page.click('#kept')
    await page.waitFor('#log-out')
  },
}

const logInLocked: Step = {
  title: 'logs out, locks and logs in again: nothing fills',
  run: async (stage) => {
    const page = siteTab(stage)
    await page.click('#log-out')
    await stage.app.lock()
    await page.bringToFront()
    await logIn(stage)
    await page.waitFor('#code')
    await new Promise((resolve) => setTimeout(resolve, 1500))
    if ((await page.value('#code')) !== '') throw new Error('a locked vault filled a field')
  },
}

const unlockAndVerify: Step = {
  title: `unlocks: a code is never typed twice, so this takes up to ${stepSeconds} seconds; then the next one is in the field, and the site lets her in`,
  run: async (stage) => {
    const page = siteTab(stage)
    const popup = await stage.app.openPopup(page)
    await stage.picture('locked', popup)
    await popup.fill(mine('master-password'), stage.masterPassword)
    await popup.click(mine('unlock'))
    await filledCode(stage)
    await stage.picture('filled', page)
    await page.click('#verify')
    await page.waitFor('#log-out')
  },
}

const restart: Step = {
  title: 'closes the browser: it comes back locked',
  run: async (stage) => {
    await stage.app.restart()
    stage.page = null
    const manage = await stage.app.openManage('#/accounts')
    await manage.waitFor(mine('master-password'))
    if ((await manage.count(mine('account-row'))) > 0) throw new Error('accounts show while locked')
    await stage.app.unlock(stage.masterPassword)
  },
}

const backUp: Step = {
  title: 'exports an encrypted backup, removes everything, restores it: the same code comes out',
  run: async (stage) => {
    const before = (await stage.app.accounts())[0]
    const manage = await stage.app.openManage('#/backup')
    await manage.waitFor(mine('export-backup'))
    await manage.fill(mine('backup-password'), backupPassword)
    await manage.fill(mine('backup-password-repeat'), backupPassword)
    stage.backupFile = await stage.app.download(async () => {
      await manage.click(mine('export-backup'))
      await manage.waitFor(mine('export-done'), { timeoutMs: 30_000 })
    })
    await stage.picture('backup', manage)
    await manage.click(mine('remove-everything'))
    await manage.fill(mine('remove-password'), stage.masterPassword)
    await manage.click(mine('remove-confirm'))
    await manage.waitFor(mine('create-vault'))
    await stage.app.createVault(stage.masterPassword)
    if ((await stage.app.accounts()).length > 0) throw new Error('something was left behind')
    await restoreFrom(stage, stage.backupFile)
    const after = (await stage.app.accounts())[0]
    if (before === undefined || after?.issuer !== before.issuer || after.label !== before.label) {
      throw new Error('the account did not come back')
    }
  },
}

async function restoreFrom(stage: Stage, file: string): Promise<void> {
  const manage = await stage.app.openManage('#/backup')
  await manage.setFiles(mine('restore-file'), [file])
  await manage.fill(mine('restore-password'), backupPassword)
  await manage.click(mine('restore-open'))
  await manage.waitFor(mine('restore-preview'), { timeoutMs: 30_000 })
  await stage.picture('restore', manage)
  await manage.click(mine('restore-apply'))
  await manage.waitFor(mine('restore-report'))
}

const codeStillWorks: Step = {
  title: 'logs in with the restored account: the next code fills, and the site takes it',
  run: async (stage) => {
    stage.page = await stage.app.openTab(`${stage.site.url}/login`)
    await logIn(stage)
    await filledCode(stage)
    await stage.page.click('#verify')
    await stage.page.waitFor('#log-out')
    const refused = stage.site.state.attempts.filter(({ verdict }) => verdict !== 'right')
    if (refused.length > 0) throw new Error(`the site refused ${refused.length} codes`)
  },
}

/** Every step, in order; each starts where the last one ended. */
export const tour: readonly Step[] = [
  createVault,
  openSetup,
  findAndSave,
  verify,
  logInLocked,
  unlockAndVerify,
  restart,
  backUp,
  codeStillWorks,
]
