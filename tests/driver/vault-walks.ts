import type { AccountRow, App, Page } from './types'
import { waitUntil } from './waiting'

/** What the driver does in the extension's own pages, as a user would, by their test ids. */
export type VaultWalks = Pick<App, 'createVault' | 'unlock' | 'lock' | 'importText' | 'accounts'>

/** `[data-testid=...]` of the extension's pages. */
const id = (name: string) => `[data-testid=${name}]`

/** Builds them; each opens the manage page in a tab of its own and closes it again. */
export function vaultWalks(openManage: App['openManage']): VaultWalks {
  const inManage = async <T>(route: string | undefined, walk: (page: Page) => Promise<T>) => {
    const page = await openManage(route)
    try {
      return await walk(page)
    } finally {
      await page.close()
    }
  }
  return {
    createVault: (password) =>
      inManage(undefined, async (page) => {
        await page.fill(id('new-password'), password)
        await page.fill(id('repeat-password'), password)
        await page.click(id('create-vault'))
        await page.waitFor(id('account-list'), slowly)
      }),
    unlock: (password) =>
      inManage(undefined, async (page) => {
        await page.fill(id('master-password'), password)
        await page.click(id('unlock'))
        await page.waitFor(id('account-list'), slowly)
      }),
    lock: () =>
      inManage(undefined, async (page) => {
        await page.click(id('lock'))
        await page.waitFor(id('master-password'))
      }),
    importText: (text) =>
      inManage('#/add', async (page) => {
        await page.fill(id('paste-text'), text)
        await page.click(id('paste-review'))
        await page.click(id('save-all'))
        await page.waitFor(id('account-list'))
      }),
    accounts: () => inManage(undefined, readAccounts),
  }
}

/** Deriving a key takes its time on purpose. */
const slowly = { timeoutMs: 30_000 }

async function readAccounts(page: Page): Promise<AccountRow[]> {
  await page.waitFor(id('account-list'))
  const read = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('[data-testid=account-row]')].map((row) => {
        const text = (name: string) =>
          row.querySelector(`[data-testid=${name}]`)?.textContent?.trim() ?? ''
        return {
          issuer: text('issuer'),
          label: text('label'),
          code: text('code').replace(/\s/g, ''),
        }
      }),
    )
  // Codes appear a moment after their rows.
  await waitUntil('every code to show', async () => (await read()).every(({ code }) => code !== ''))
  return read()
}
